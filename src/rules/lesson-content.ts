import { type Entry, isLater } from './absence.js';

/** What an entry says of a lesson; null says nothing, '' takes away what was said before. */
interface Said extends Entry {
  readonly topic: string | null;
  readonly homework: string | null;
  readonly reason: string | null;
}

/** What stands of a lesson: of each column what was said last. */
export interface LessonContent {
  readonly topic: string | null;
  readonly homework: string | null;
  /** Why it did not take place. */
  readonly reason: string | null;
}

export function lessonContent(entries: readonly Said[]): LessonContent {
  const inOrder = [...entries].sort((a, b) => (isLater(a, b) ? 1 : -1));
  const last = (column: keyof LessonContent) =>
    inOrder
      .map((entry) => entry[column])
      .filter((said) => said !== null)
      .at(-1) || null;
  return { topic: last('topic'), homework: last('homework'), reason: last('reason') };
}
