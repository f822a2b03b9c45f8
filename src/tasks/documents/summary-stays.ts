import type { CivilDate } from '../../rules/civil-date.js';
import { isClassAsked } from '../../rules/class-name.js';
import type { Membership } from '../journal/membership.js';
import type { YearBook } from '../journal/year-book.js';

/** The first day of lessons of any grade; undefined without a calendar. */
export function firstLessons({ plan }: YearBook): CivilDate | undefined {
  return plan.calendar.rows
    .filter(({ kind }) => kind === 'semester1')
    .map(({ from }) => from)
    .sort()[0];
}

/**
 * The same book with the classes of the time of lessons. Of who moved, the list of students has the class
 * of now, and a movement of the first day says where the year began: before that day nobody was in the
 * one and came to the other.
 */
export function sinceLessons(book: YearBook): YearBook {
  const begins = firstLessons(book);
  if (begins === undefined) return book;
  const { membership } = book;
  const staysOf: Membership['staysOf'] = (student) => {
    const stays = membership.staysOf(student);
    return stays.filter((_, place) => {
      const next = stays[place + 1];
      return next === undefined || next.from > begins;
    });
  };
  const everIn: Membership['everIn'] = (name) =>
    membership
      .everIn(name)
      .filter((student) => staysOf(student).some((stay) => isClassAsked(stay.class, name)));
  return { ...book, membership: { ...membership, staysOf, everIn } };
}
