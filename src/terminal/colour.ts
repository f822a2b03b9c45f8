import type { Screen, World } from './world.js';

export type Paint = (text: string) => string;

/** How things are set off on one stream; without colour, not at all. */
export interface Paints {
  readonly dim: Paint;
  readonly bold: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
}

const same: Paint = (text) => text;
const plain: Paints = { dim: same, bold: same, red: same, yellow: same, green: same };

/**
 * Colours for a stream: on a terminal, unless `--no-color`, NO_COLOR or TERM=dumb says no; FORCE_COLOR
 * says yes. chalk is loaded only where there is something to colour, since it costs 10 ms.
 */
export async function paintsFor(world: World, stream: Screen, allowed: boolean): Promise<Paints> {
  if (!allowed || !wantsColour(world, stream)) return plain;
  const { Chalk } = await import('chalk');
  const { dim, bold, red, yellow, green } = new Chalk({ level: 1 });
  return { dim, bold, red, yellow, green };
}

function wantsColour({ env }: World, stream: Screen): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return !env['NO_COLOR'] && env['TERM'] !== 'dumb' && stream.isTTY === true;
}
