import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../src/commands.js';
import { columnsOf } from '../src/csv/files.js';
import { fileKinds } from '../src/rules/file-kinds.js';
import { type CommandGroup, type CommandName, commandList } from '../src/text/commands.js';
import { run } from './support/run.js';
import { ask, emptySchool } from './support/school.js';

/** With WRITE_DOCS the pages are written; without it they must be what would be written. */
function expectPage(path: string, text: string): void {
  if (process.env['WRITE_DOCS']) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
}

test('docs/commands.md is the help of every command', async () => {
  const groups = Object.entries(commandList.en.groups) as [CommandGroup, string][];
  const names = Object.keys(commands) as CommandName[];
  let page = '# Commands\n\nMade from the help of the program by `npm run docs`.\n';
  for (const [group, title] of groups) {
    page += `\n## ${title.replace(/:$/, '')}\n`;
    for (const name of names.filter((each) => commands[each].group === group)) {
      const { status, stdout } = await run(`ejournal --lang en ${name} --help`);
      expect(status).toBe(0);
      page += `\n### ${name}\n\n\`\`\`text\n${stdout.trim()}\n\`\`\`\n`;
    }
  }
  expectPage('docs/commands.md', page);
});

interface Column {
  table: string;
  name: string;
  type: string;
  required: number;
}

test('docs/data.md and the schema are what the migrations add up to', async () => {
  const db = await emptySchool();
  const tables = ask<{ name: string; sql: string }>(
    db,
    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
  );
  expectPage(
    'src/db/schema.sql',
    `-- What the migrations add up to; kept by test/docs.test.ts.\n${tables.map(({ sql }) => `${sql};\n`).join('\n')}`,
  );

  const columns = ask<Column>(
    db,
    `
    SELECT schema.name AS "table", info.name, info.type, info."notnull" AS required
      FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS info
     WHERE schema.type = 'table' AND schema.name NOT LIKE 'sqlite_%' ORDER BY schema.name, info.cid`,
  );
  const references = new Map(
    ask<{ place: string; target: string }>(
      db,
      `
      SELECT schema.name || '.' || key."from" AS place, key."table" AS target
        FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS key WHERE schema.type = 'table'`,
    ).map(({ place, target }) => [place, target]),
  );
  let page =
    '# Data\n\nMade from the schema and the column tables by `npm run docs`.\n\n## Tables\n';
  for (const table of new Set(columns.map((column) => column.table))) {
    page += `\n### ${table}\n\n| column | type | filled | points to |\n|---|---|---|---|\n`;
    for (const { name, type, required } of columns.filter((column) => column.table === table)) {
      page += `| ${name} | ${type} | ${required ? 'always' : ''} | ${references.get(`${table}.${name}`) ?? ''} |\n`;
    }
  }
  page += '\n## Files\n\nThe columns of every file, in the order in which they are written.\n';
  for (const kind of [...fileKinds, 'blanks'] as const) {
    page += `\n### ${kind}.csv\n\n| column | Latvian | required |\n|---|---|---|\n`;
    for (const [name, column] of Object.entries(columnsOf[kind])) {
      const required = 'required' in column ? column.required.replace('-', ' ') : '';
      const latvian = [column.lv, ...(column.also ?? [])].join(', ');
      page += `| ${name} | ${latvian} | ${required} |\n`;
    }
  }
  expectPage('docs/data.md', page);
});
