import type { Readable, Writable } from 'node:stream';

/** A stream that may be a terminal. */
export type Screen = Writable & { isTTY?: boolean; columns?: number };

/** All that the program takes from outside: no other module knows the process. */
export interface World {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The true moment. */
  readonly clock: () => Date;
  /** The user of the operating system. */
  readonly user: string;
  /** Opens a file with the program that the system has for it; false where there is none. */
  openFile(path: string): Promise<boolean>;
  /** Calls `stop` instead of ending the process when it is told to end, until the function given back is called. */
  onInterrupt(stop: () => void): () => void;
}

/** How wide a terminal is; one that does not know it says nothing, or 0. */
export function widthOf({ columns }: Screen): number {
  return columns || 80;
}

/** An environment variable; an empty one is as good as none. */
export function variable(world: World, name: string): string | undefined {
  return world.env[name] || undefined;
}
