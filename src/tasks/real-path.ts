import { realpathSync } from 'node:fs';

/** Where a file really lies; undefined where there is none. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
