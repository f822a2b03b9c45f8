/** The forms in which data are written. */
export const formats = ['table', 'csv', 'json', 'jsonl'] as const;

export const dialectChoices = ['csv', 'excel'] as const;
