import type { LessonSpan, LessonTime } from './absence.js';
import { lastPeriod } from './bounds.js';
import type { CivilDate } from './civil-date.js';

/**
 * The fewest spans of days and lessons that cover exactly the chosen lessons and none of the others.
 * Times at which there is neither (a weekend, after the last lesson) may be covered, so that an illness
 * from Friday to Monday is one span. A span that could reach over the whole of its days has no lessons
 * named. In the order of their days.
 */
export function fewestSpans(
  chosen: readonly LessonTime[],
  others: readonly LessonTime[],
): LessonSpan[] {
  const grid = gridOf(chosen, others);
  const rectangles = usefulRectangles(grid);
  return withoutOverlap(cover(grid.wanted, rectangles))
    .map((rectangle) => spanOf(grid, rectangle))
    .sort(inOrder);
}

/** A day has so many lessons at most. */
const periods = lastPeriod + 1;

interface Grid {
  readonly days: readonly CivilDate[];
  /** Of each day, by lesson, the number of the chosen lesson there, `blocked`, or undefined. */
  readonly cells: readonly (number | undefined)[][];
  /** The numbers of the chosen lessons. */
  readonly wanted: readonly number[];
}

const blocked = -1;

/** First and last day (their places in the grid), and the chosen lessons that it covers. */
interface Rectangle {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly covered: ReadonlySet<number>;
}

/** Days without a chosen or another lesson are in nobody's way: they are left out. */
function gridOf(chosen: readonly LessonTime[], others: readonly LessonTime[]): Grid {
  const days = [...new Set([...chosen, ...others].map(({ date }) => date))].sort();
  const place = new Map(days.map((date, at) => [date, at]));
  const cells = days.map(() => Array<number | undefined>(periods).fill(undefined));
  const set = ({ date, period }: LessonTime, value: number) => {
    const day = cells[place.get(date) ?? 0];
    if (day) day[period] = value;
  };
  for (const lesson of others) set(lesson, blocked);
  for (const [number, lesson] of chosen.entries()) set(lesson, number);
  const wanted = cells.flat().filter((cell) => cell !== undefined && cell !== blocked);
  return { days, cells, wanted: wanted as number[] };
}

/** The largest rectangles without a blocked lesson, less those that cover nothing that another does not. */
function usefulRectangles(grid: Grid): Rectangle[] {
  const byContent = new Map<string, Rectangle>();
  for (const firstDay of grid.days.keys()) {
    for (let lastDay = firstDay; lastDay < grid.days.length; lastDay += 1) {
      const found = rectanglesOver(grid, firstDay, lastDay);
      if (found.length === 0) break;
      for (const rectangle of found) {
        const content = [...rectangle.covered].join(' ');
        if (!byContent.has(content)) byContent.set(content, rectangle);
      }
    }
  }
  const all = [...byContent.values()].sort((a, b) => b.covered.size - a.covered.size);
  return all.filter(
    ({ covered }, at) => !all.slice(0, at).some((larger) => includes(larger.covered, covered)),
  );
}

/** Between two days: every run of lessons free on all of them that holds a chosen one. */
function rectanglesOver(grid: Grid, firstDay: number, lastDay: number): Rectangle[] {
  const rows = grid.cells.slice(firstDay, lastDay + 1);
  const found: Rectangle[] = [];
  let firstPeriod = 0;
  for (let period = 0; period <= periods; period += 1) {
    const isFree = period < periods && rows.every((row) => row[period] !== blocked);
    if (isFree) continue;
    const cells = rows.flatMap((row) => row.slice(firstPeriod, period));
    const covered = new Set(cells.filter((cell) => cell !== undefined));
    if (covered.size > 0) found.push({ firstDay, lastDay, covered });
    firstPeriod = period + 1;
  }
  return found;
}

const includes = (larger: ReadonlySet<number>, smaller: ReadonlySet<number>) =>
  larger.size >= smaller.size && [...smaller].every((cell) => larger.has(cell));

/** Beyond so many steps the best that was found is good enough: few spans, perhaps not the fewest. */
const patience = 50_000;

/**
 * The fewest rectangles that together cover all that is wanted: always for the lesson with the fewest
 * rectangles next, the largest first, giving up where it cannot become better than what was found.
 */
function cover(wanted: readonly number[], rectangles: readonly Rectangle[]): Rectangle[] {
  let best: readonly Rectangle[] | undefined;
  let steps = 0;
  const search = (open: ReadonlySet<number>, taken: readonly Rectangle[]) => {
    if (open.size === 0) {
      if (!best || taken.length < best.length) best = taken;
      return;
    }
    steps += 1;
    if (best && (steps > patience || taken.length + atLeast(open, rectangles) >= best.length))
      return;
    for (const rectangle of narrowest(open, rectangles)) {
      const rest = new Set([...open].filter((cell) => !rectangle.covered.has(cell)));
      search(rest, [...taken, rectangle]);
    }
  };
  search(new Set(wanted), []);
  return [...(best ?? [])];
}

const gain = (open: ReadonlySet<number>, { covered }: Rectangle) => {
  let count = 0;
  for (const cell of covered) if (open.has(cell)) count += 1;
  return count;
};

/** No fewer rectangles than this can cover what is open. */
function atLeast(open: ReadonlySet<number>, rectangles: readonly Rectangle[]): number {
  let most = 1;
  for (const rectangle of rectangles) most = Math.max(most, gain(open, rectangle));
  return Math.ceil(open.size / most);
}

/** The rectangles over the lesson that the fewest cover, those that cover most first. */
function narrowest(open: ReadonlySet<number>, rectangles: readonly Rectangle[]): Rectangle[] {
  let fewest: Rectangle[] | undefined;
  for (const cell of open) {
    const over = rectangles.filter(({ covered }) => covered.has(cell));
    if (!fewest || over.length < fewest.length) fewest = over;
  }
  return (fewest ?? []).sort((a, b) => gain(open, b) - gain(open, a));
}

/** Each, the smallest first, keeps only what no other covers, so that spans overlap no more than they must. */
function withoutOverlap(rectangles: readonly Rectangle[]): Rectangle[] {
  const bySize = [...rectangles].sort((a, b) => a.covered.size - b.covered.size);
  for (const [at, { covered, ...days }] of bySize.entries()) {
    const others = bySize.filter((_, other) => other !== at);
    const own = [...covered].filter((cell) => !others.some((other) => other.covered.has(cell)));
    bySize[at] = { ...days, covered: new Set(own) };
  }
  return bySize.filter(({ covered }) => covered.size > 0);
}

/** Cut down to the days and lessons that it covers; a whole day where nothing of the day is excluded. */
function spanOf(grid: Grid, rectangle: Rectangle): LessonSpan {
  const { firstDay, lastDay, covered } = rectangle;
  const days: number[] = [];
  const lessons: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const [period, cell] of (grid.cells[day] ?? []).entries()) {
      if (cell === undefined || !covered.has(cell)) continue;
      days.push(day);
      lessons.push(period);
    }
  }
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [from, until] = [grid.days[first] as CivilDate, grid.days[last] as CivilDate];
  const isWhole = grid.cells.slice(first, last + 1).every((row) => !row.includes(blocked));
  return {
    from,
    until: until === from ? null : until,
    first_period: isWhole ? null : Math.min(...lessons),
    last_period: isWhole ? null : Math.max(...lessons),
  };
}

function inOrder(a: LessonSpan, b: LessonSpan): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return (a.first_period ?? 0) - (b.first_period ?? 0);
}
