import { importTopics } from '../../text/imports.js';
import { importing } from '../importing.js';

export const { topic, define, run } = importing('justifications', importTopics.justifications);
