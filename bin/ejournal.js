#!/usr/bin/env node
import { userInfo } from 'node:os';

// Data about children: nobody but the owner reads what is written.
process.umask(0o077);

// A reader that has seen enough (`| head`) ends the program quietly; a full disk does not.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    process.exitCode = 1;
    process.stderr.write(`ejournal: ${error.message}\n`);
  });
}

try {
  const { main } = await import('../dist/main.js');
  process.exitCode = await main(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    clock: () => new Date(),
    get user() {
      return userInfo().username;
    },
  });
} catch (error) {
  process.exitCode = error.name === 'ExitPromptError' ? 130 : 1;
  if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes('dist')) {
    process.stderr.write('ejournal has not been built yet. Build it: npm run build\n');
  } else if (process.exitCode === 1) process.stderr.write(`ejournal: ${error.message}\n`);
}
