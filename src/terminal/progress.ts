import { createRequire } from 'node:module';
import type { Progress } from '../context.js';
import type { World } from './world.js';

/** Work that is done sooner needs no bar. */
const patience = 1_000;

/** A bar on a terminal's standard error for counted work that takes more than a second; elsewhere nothing. */
export function progressBar(
  world: World,
  quiet: boolean,
  total: number | undefined,
  unit: string,
): Progress {
  if (quiet || !world.stderr.isTTY) return { step: () => undefined, done: () => undefined };
  const begun = +world.clock();
  let done = 0;
  let bar: Bar | undefined;
  return {
    step: (count = 1) => {
      done += count;
      if (!bar && +world.clock() - begun > patience) bar = startedBar(world, total, unit);
      bar?.update(done);
    },
    done: () => bar?.stop(),
  };
}

interface Bar {
  update(done: number): void;
  stop(): void;
}

/** Loaded when the first bar is drawn: most commands never need it. */
function startedBar(world: World, total: number | undefined, unit: string): Bar {
  const { SingleBar, Presets } = createRequire(import.meta.url)(
    'cli-progress',
  ) as typeof import('cli-progress');
  const format = total === undefined ? `{value} ${unit}` : `{bar} {value}/{total} ${unit}`;
  // Work inside a transaction is ended by the signal itself: nothing may wait for it, nothing be restored.
  const unchanged = { gracefulExit: false, hideCursor: false, linewrap: true, barsize: 20 };
  const stream = world.stderr as NodeJS.WriteStream;
  const bar = new SingleBar(
    { stream, format, clearOnComplete: true, ...unchanged },
    Presets.shades_classic,
  );
  bar.start(total ?? 0, 0);
  return bar;
}
