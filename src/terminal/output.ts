import { once } from 'node:events';
import type { Progress } from '../context.js';
import { type CsvValue, csvText, type Dialect } from '../csv/writer.js';
import { Problem } from '../problem.js';
import type { Output } from '../session.js';
import type { CommandName } from '../text/commands.js';
import type { Language } from '../text/words.js';
import type { formats } from './choices.js';
import type { Paints } from './colour.js';
import { printable } from './printable.js';
import { progressBar } from './progress.js';
import { tableLines } from './table.js';
import { type Screen, type World, widthOf } from './world.js';

export interface OutputOptions {
  readonly format?: (typeof formats)[number] | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly dialect: Dialect;
  readonly quiet: boolean;
  /** In which a person reads a table. */
  readonly language: Language;
  /** Whose tables they are. */
  readonly command: CommandName;
  /**
   * Is told of columns that there are not: it throws, or says so where the work is done already, and then all
   * columns are shown.
   */
  readonly unknownColumns: (problem: Problem) => Promise<void>;
  /** Collects the data instead of standard output, for `--output`. */
  readonly collect?: ((text: string) => void) | undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** How data goes out: to whom, in which form, by which way. */
interface Way {
  readonly format: (typeof formats)[number];
  /** Of a terminal on which a person reads; undefined where nobody does. */
  readonly width: number | undefined;
  readonly heading: Paints['dim'];
  send(text: string): Promise<void>;
}

/** Speaks to the terminal, a pipe or a file, in the format asked for: a table to a person, CSV to a pipe. */
export function makeOutput(
  world: World,
  paints: { out: Paints; err: Paints },
  options: OutputOptions,
): Output {
  const way = wayOut(world, paints.out, options);
  const { format, send, width } = way;
  const list = listing(way, options);
  const shownColumns = (names: readonly string[], forPeople: readonly string[]) => {
    if (format !== 'table') return names;
    return options.columns ? [...new Set([...names, ...forPeople])] : forPeople;
  };
  const { bold, yellow } = paints.err;
  const tell = (line: string) => {
    world.stderr.write(`${line}\n`);
  };
  const warn = (sentence: string, about?: string) =>
    tell(about === undefined ? legible(sentence) : `${bold(printable(about))}${legible(sentence)}`);
  return {
    lists: (names, all, latvian) => list(names, all, { latvian }),
    rows: (names, all) => list(names, valuesOf(names, all as Iterable<Row>)),
    refused: (names, all) => {
      const known: readonly string[] = names;
      const isForThese = options.columns?.every((name) => known.includes(name));
      const columns = isForThese ? options.columns : undefined;
      const rows = valuesOf(names, all as Iterable<Row>);
      return listing(way, { ...options, columns })(names, rows);
    },
    listed: (names, forPeople, all) => {
      const shown = shownColumns(names, forPeople);
      return list(shown, valuesOf(shown, all as Iterable<Row>));
    },
    wrapped: (names, all) => list(names, valuesOf(names, all as Iterable<Row>), { wraps: true }),
    tree: async (data, lines) => {
      for (const text of treeText(data, lines, format)) await send(text);
    },
    page: async (lines) => {
      for (const line of lines) {
        const text =
          typeof line === 'string' ? printable(line) : way.heading(printable(line.heading));
        await send(`${text}\n`);
      }
    },
    text: send,
    width,
    say: (sentence, about) => {
      if (!options.quiet) warn(sentence, about);
    },
    warn,
    urge: (sentence) => tell(yellow(legible(sentence))),
    columns: options.columns,
    format,
    progress: (total, unit): Progress => progressBar(world, options.quiet, total, unit),
  };
}

/** A sentence of some lines, in which what the data say cannot take hold of the terminal. */
const legible = (sentence: string) => sentence.split('\n').map(printable).join('\n');

function wayOut(world: World, { dim }: Paints, options: OutputOptions): Way {
  const { collect, dialect } = options;
  const toPerson = collect === undefined && world.stdout.isTTY === true;
  return {
    format: options.format ?? (toPerson && dialect === 'csv' ? 'table' : 'csv'),
    width: toPerson ? widthOf(world.stdout) : undefined,
    heading: dim,
    send: (text) => (collect ? Promise.resolve(collect(text)) : written(world.stdout, text)),
  };
}

/** Puts out a list with the columns that were chosen; on a terminal, and for a spreadsheet, in its words. */
function listing({ format, width, heading, send }: Way, options: OutputOptions) {
  const isLatvian = format === 'table' ? options.language === 'lv' : options.dialect === 'excel';
  return async (
    names: readonly string[],
    all: Iterable<Values>,
    { latvian, wraps = false }: { latvian?: readonly string[]; wraps?: boolean } = {},
  ) => {
    const asked = await known(names, options);
    const chosen = asked ?? names;
    const places = chosen.map((name) => names.indexOf(name));
    const values = asked ? picked(all, places) : all;
    const words = isLatvian ? await latvianWords(options.command) : undefined;
    const headings = words
      ? places.map((at) => latvian?.[at] ?? words.heading(names[at] ?? ''))
      : chosen;
    if (format === 'table') {
      const look = { columns: width, heading, wraps, chosen: asked !== undefined };
      const rows = [...values].map((row) =>
        words ? row.map((value, at) => words.value(chosen[at] ?? '', value)) : row,
      );
      for (const line of tableLines(headings, rows, look)) await send(`${line}\n`);
    } else if (format === 'csv') {
      for (const text of csvText(headings, cells(values), options.dialect)) await send(text);
    } else {
      for (const text of jsonText(values, chosen, format)) await send(text);
    }
  };
}

/** Loaded where a person reads Latvian or a spreadsheet is asked for: scripts do without. */
async function latvianWords(command: CommandName) {
  const { latvianTable } = await import('../text/columns.js');
  return latvianTable(command);
}

/** The columns that were chosen; undefined where none were, or some that there are not. */
async function known(
  names: readonly string[],
  { columns, unknownColumns }: OutputOptions,
): Promise<readonly string[] | undefined> {
  const unknown = columns?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length === 0) return columns;
  await unknownColumns(
    new Problem('unknownColumns', { unknown, known: names }, { field: 'columns' }),
  );
  return undefined;
}

type Values = readonly unknown[];

function* valuesOf(names: readonly string[], rows: Iterable<Row>): Generator<Values> {
  for (const row of rows) yield names.map((name) => row[name]);
}

function* picked(rows: Iterable<Values>, places: readonly number[]): Generator<Values> {
  for (const row of rows) yield places.map((place) => row[place]);
}

function* cells(rows: Iterable<Values>): Generator<readonly CsvValue[]> {
  for (const row of rows) yield row.every(isCell) ? (row as CsvValue[]) : row.map(cell);
}

const isCell = (value: unknown) =>
  value === null || typeof value === 'string' || typeof value === 'number';

function cell(value: unknown): CsvValue {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join('+') : String(value);
}

function* jsonText(rows: Iterable<Values>, names: readonly string[], format: 'json' | 'jsonl') {
  const objectOf = (row: Values) =>
    JSON.stringify(Object.fromEntries(names.map((name, place) => [name, row[place] ?? null])));
  if (format === 'jsonl') {
    for (const row of rows) yield `${objectOf(row)}\n`;
    return;
  }
  let before = '[';
  for (const row of rows) {
    yield `${before}\n  ${objectOf(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

function* treeText(data: unknown, lines: () => Iterable<string>, format: Way['format']) {
  if (format === 'table') for (const line of lines()) yield `${printable(line)}\n`;
  else if (format === 'jsonl') for (const item of [data].flat()) yield `${JSON.stringify(item)}\n`;
  else yield `${JSON.stringify(data, null, 2)}\n`;
}

/** @throws Problem outputLost; what the command has written into the database by then stays there */
async function written(stream: Screen, text: string): Promise<void> {
  if (text === '' || stream.write(text)) return;
  try {
    await once(stream, 'drain');
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Problem('outputLost', { message }, undefined, { cause });
  }
}
