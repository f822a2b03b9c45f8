import type { CivilDate } from '../../rules/civil-date.js';
import type { Line, Session } from '../../session.js';
import type { PageCell, PageColumn, RegisterPage } from '../../tasks/journal/register-page.js';
import { foldedLines, wrappedLines } from '../../terminal/folded-table.js';
import { show } from '../../text/show.js';
import { decimal } from '../../text/words.js';
import { signOf, topicWords } from './page-words.js';

/** The page of the register, and below it the list of its lessons. */
export function* groupPage(session: Session, title: string, page: RegisterPage): Generator<Line> {
  const { heads } = session.text(show);
  yield { heading: title };
  yield* foldedLines(
    {
      corner: heads.student,
      headings: [...page.columns.map(headingOf), ['', '', heads.mean]],
      rows: page.rows.map(({ student, cells, average: mean }) => ({
        name: `${student.last_name} ${student.first_name}`,
        cells: [
          ...cells.map((cell) => cellText(session, cell)),
          decimal(session.language, mean ?? ''),
        ],
      })),
    },
    session.out.width,
  );
  yield '';
  yield* wrappedLines(
    [heads.date, heads.period],
    page.columns.map(({ date: day, lesson }) => [day, String(lesson?.period ?? '')]),
    {
      heading: heads.topic,
      words: page.columns.map((column) => lessonWords(session, page, column)),
    },
    session.out.width,
  );
}

/** The marks and the sign of an absence; a mark `n` beside an absence says nothing more. */
function cellText(session: Session, cell: PageCell): string {
  const marks = cell.marks.filter((mark) => mark !== 'n' || cell.absence === null);
  return [...marks, signOf(session, cell)].filter(Boolean).join(' ');
}

/** What the lesson was about, the works of its marks, and who stood in. */
function lessonWords(session: Session, page: RegisterPage, { date, lesson }: PageColumn): string[] {
  const works = worksOn(page, date, lesson);
  const { state = null, topic = null, homework = null, reason = null } = lesson ?? {};
  const said = state === 'not_held' ? reason : topic;
  const substitute = lesson?.duty.substitute;
  const held = substitute ? `(${session.text(show).heldBy(substitute)})`.split(' ') : [];
  return [...topicWords(session, { state, topic: said, homework, works }), ...held];
}

/** The works of which a mark stands in that column. */
function worksOn({ columns, rows }: RegisterPage, day: CivilDate, lesson: PageColumn['lesson']) {
  const at = columns.findIndex((column) => column.date === day && column.lesson === lesson);
  return [...new Set(rows.flatMap((row) => row.cells[at]?.works ?? []))];
}

/** Month, day and the number of the lesson, below each other. */
function headingOf({ date: day, lesson }: PageColumn): string[] {
  const [, ofMonth, ofDay] = day.split('-').map(Number);
  const sign = lesson?.state === 'entered' ? '' : lesson?.state === 'not_held' ? '–' : '!';
  return [String(ofMonth), `${ofDay}.`, lesson ? `${lesson.period}${sign}` : ''];
}
