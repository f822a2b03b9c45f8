import type { Database } from 'better-sqlite3';
import { rememberedOf } from '../rules/remembered.js';

/** Prepares the statements of a module on first use, once for each connection. */
export const statements = <T>(prepare: (db: Database) => T): ((db: Database) => T) =>
  rememberedOf(prepare);
