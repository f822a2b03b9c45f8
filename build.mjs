// Bundles the program into dist/. Every file read and compiled at the start costs, so there are few: the
// start, what commands that read share, what commands that write share, and one for each command.
// CommonJS, since it starts 8 ms sooner than modules of ECMAScript.
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** better-sqlite3's native part, which its `bindings` would look for in a dozen places. */
const nativePart = 'better-sqlite3/build/Release/better_sqlite3.node';

const replacements = [
  { id: 'bindings', by: 'better-sqlite3', code: `module.exports = () => require('${nativePart}')` },
  // For programs whose commands are programs of their own: ours are not, and loading it takes 4 ms.
  { id: 'node:child_process', by: 'commander', code: 'module.exports = {}' },
];

const replacing = {
  name: 'replacing',
  resolveId: (id, importer) =>
    replacements.some((one) => one.id === id && importer?.includes(`/node_modules/${one.by}/`))
      ? `\0${id}`
      : null,
  load: (id) => replacements.find((one) => `\0${one.id}` === id)?.code ?? null,
};

/** Loading node:crypto takes 10 ms: what needs it stands apart from what every command loads. */
const costly = 'node:crypto';

function needsCostly(id, graph, seen = new Set()) {
  if (id === costly) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return graph.getModuleInfo(id).importedIds.some((one) => needsCostly(one, graph, seen));
}

const shared =
  /\/src\/(db|rules|terminal|open-session|csv\/writer|commands\/listed|tasks\/(classes-asked|school-zone|school-year|journal\/(lesson-plan|membership|narrowing|owed-subjects|student-groups|year-book)|oversight\/duties\/works|setup\/status))|\/node_modules\/(@?date-fns|better-sqlite3|csv-stringify|fast-string)/;

const common = {
  platform: 'node',
  external: [nativePart, 'pdfmake', 'inquirer', 'cli-progress', 'json-e', 'yaml', 'tinypool'],
  transform: { target: 'node20' },
  plugins: [replacing],
};
const written = {
  dir: 'dist',
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
};

rmSync('dist', { recursive: true, force: true });
const program = await rolldown({ ...common, input: 'src/main.ts' });
await program.write({
  ...written,
  codeSplitting: {
    groups: [
      { name: 'start', tags: ['$initial'], priority: 3 },
      {
        debugName: 'reading',
        name: (id, graph) => (shared.test(id) && !needsCostly(id, graph) ? 'reading' : null),
        minShareCount: 2,
        priority: 2,
      },
      {
        debugName: 'writing',
        name: (id) => (shared.test(id) ? 'writing' : null),
        minShareCount: 2,
        priority: 1,
      },
    ],
  },
});

// A thread starts on its own: what it needs is in one file.
const threads = ['documents/render-worker', 'csv/reading-thread', 'db/hashing-thread'];
for (const name of threads) {
  const thread = await rolldown({ ...common, input: `src/${name}.ts` });
  await thread.write(written);
}
