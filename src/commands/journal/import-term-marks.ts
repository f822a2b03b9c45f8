import { importTopics } from '../../text/imports.js';
import { importing } from '../importing.js';

export const { topic, define, run } = importing('term-marks', importTopics['term-marks']);
