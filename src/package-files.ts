import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The path of a file that comes with the program, from the root of the package.
 * This module lies one level below the root, in the sources as in the build.
 */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** The version of the program, as package.json has it. */
export function programVersion(): string {
  const described: unknown = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  return String((described as { version: string }).version);
}
