import { importTopics } from '../../text/imports.js';
import { importingList } from '../importing.js';

export const { topic, define, run } = importingList('calendar', importTopics.calendar);
