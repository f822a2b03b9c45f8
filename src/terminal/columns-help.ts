import { filled } from './folded-table.js';

/** Which columns CSV and JSON have, for the end of a help text: of each list its name and its columns. */
export function columnsHelp(
  title: string,
  lists: readonly (readonly [string, readonly string[]])[],
): string {
  const widest = Math.max(...lists.map(([name]) => name.length));
  const lines = lists.flatMap(([name, columns]) =>
    filled(`${columns.join(', ')}`.split(' '), 76 - widest).map(
      (line, at) => `  ${(at === 0 ? name : '').padEnd(widest)}  ${line}`,
    ),
  );
  return `\n${title}\n${lines.join('\n')}`;
}
