import type { Command } from '@commander-js/extra-typings';
import { exit } from '../../problem.js';
import type { Frame } from '../../session.js';
import { type Demo, makeDemo } from '../../tasks/data/demo.js';
import { wholeNumber } from '../../terminal/options.js';
import type { OptionsOf } from '../../terminal/program.js';
import { demonstration } from '../../text/demonstration.js';

export const topic = demonstration;

export function define(command: Command, { text }: Pick<Frame, 'text'>) {
  const say = text(demonstration);
  return command
    .argument('[folder]', say.folder, 'demo')
    .option('--seed <number>', say.seed, wholeNumber(text, 0, 999_999), 1)
    .option('--parallel <classes>', say.parallel, wholeNumber(text, 1, 8), 3)
    .option('--size <students>', say.size, wholeNumber(text, 1, 40), 28);
}

export async function run(frame: Frame, options: OptionsOf<typeof define>, folder: string) {
  const say = frame.text(demonstration);
  const { out, clock } = frame;
  out.say(say.making(folder));
  const total = options.parallel * options.size * 6;
  const bar = out.progress(total, say.students);
  const context = { ...frame, asOf: clock(), mode: 'write' as const, differences: [] };
  const demo = await frame
    .stoppable((stop) =>
      makeDemo(context, folder, options, { language: 'lv', progress: bar.step, stop }),
    )
    .finally(bar.done);
  await shown(frame, demo);
  return exit.done;
}

async function shown({ out, text }: Frame, demo: Demo): Promise<void> {
  const say = text(demonstration);
  out.say(say.setUp);
  await out.rows(['file', 'rows', 'new'], demo.files);
  out.say(say.overdue);
  await out.rows(
    ['who', 'name', 'lessons', 'topics', 'absences', 'marks', 'other', 'oldest'],
    demo.overdue,
  );
  const students = demo.extracts.reduce((sum, file) => sum + file.papers, 0);
  out.say(say.extracts(demo.extracts.length, students, demo.extractFolder));
  out.say(say.where(demo.database, demo.school));
  for (const line of say.next(demo.database, demo.lastOfTenth)) out.say(`  ${line}`);
}
