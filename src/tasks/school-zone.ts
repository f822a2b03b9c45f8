import type { Database } from 'better-sqlite3';
import { schoolZone } from '../db/school-settings.js';

/** The time zone in which a person reads moments. */
export const zoneOf = (db: Database): string => schoolZone(db);
