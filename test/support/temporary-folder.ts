import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// All that a run of the tests writes lies in one folder, which is removed at its end.
const folder = mkdtempSync(join(tmpdir(), 'ejournal-tests-'));

export function setup() {
  process.env['TMPDIR'] = folder;
}

export function teardown() {
  rmSync(folder, { recursive: true, force: true });
}
