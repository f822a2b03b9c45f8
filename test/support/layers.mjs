// Imports run one way, downwards (docs/architecture.md). TypeScript 7 has no interface for
// dependency-cruiser, so swc reads the sources; where it saw no module, nothing was checked.
import { cruise } from 'dependency-cruiser';

const only = (from, ...to) => ({
  name: `${from}-only-imports-below`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: {
    path: '^src/',
    pathNot: [`^src/${from}/`, '^src/text/', '^src/(context|problem|package-files)\\.ts$', ...to],
  },
});

const { output } = await cruise(['src'], {
  ruleSet: {
    forbidden: [
      { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
      only('commands', '^src/tasks/', '^src/terminal/', '^src/rules/', '^src/session\\.ts$'),
      only('tasks', '^src/documents/', '^src/csv/', '^src/db/', '^src/rules/'),
      only('documents', '^src/db/', '^src/rules/'),
      only('csv', '^src/db/', '^src/rules/'),
      only('terminal', '^src/rules/', '^src/session\\.ts$', '^src/csv/writer\\.ts$'),
      only('db', '^src/rules/'),
      {
        name: 'rules-know-only-date-fns',
        severity: 'error',
        from: { path: '^src/rules/' },
        to: { pathNot: ['^src/rules/', 'node_modules/(@date-fns|date-fns)/'] },
      },
      {
        name: 'text-imports-nobody',
        severity: 'error',
        from: { path: '^src/text/' },
        to: { pathNot: '^src/text/' },
      },
    ],
  },
  validate: true,
  doNotFollow: { path: 'node_modules' },
  parser: 'swc',
  tsPreCompilationDeps: true,
  enhancedResolveOptions: { extensions: ['.ts', '.js'], extensionAlias: { '.js': ['.ts', '.js'] } },
});

const { totalCruised, violations } = output.summary;
const own = output.modules.filter((module) => module.source.startsWith('src/')).length;
for (const { from, to, rule } of violations) console.error(`${rule.name}: ${from} → ${to}`);
console.log(
  `layers: ${own} modules of ours, ${totalCruised} seen, ${violations.length} wrong imports`,
);
if (violations.length > 0 || own < 50) process.exitCode = 1;
