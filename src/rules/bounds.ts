/** School years, by the first of their calendar years, that a school may keep. */
export const schoolYearsKept = { first: 1990, last: 2200 } as const;

/** All grades of a school. */
export const everyGrade: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);

/** The number of the last lesson that a day may have; the first one is 0. */
export const lastPeriod = 15;

/** Whether a text is the number of a lesson, without zeros before it. */
export const isPeriod = (text: string) => /^(0|[1-9]\d?)$/.test(text) && Number(text) <= lastPeriod;
