#!/usr/bin/env node
// CommonJS, as package.json beside it says: it starts sooner than a module of ECMAScript.
'use strict';

// Data about children: nobody but the owner reads what is written.
process.umask(0o077);

// What asks the questions looks for this in the environment alone.
if (process.argv.includes('--no-color')) {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}

// A reader that has seen enough (`| head`) ends the program quietly; a full disk does not, and is told by
// main, which waits for what it writes. What standard error cannot take, nobody can be told.
const guarded = new Set();
function guard(stream) {
  if (guarded.has(stream)) return stream;
  guarded.add(stream);
  return stream.on('error', (error) => {
    if (stream !== process.stderr && error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    if (stream !== process.stderr) process.exitCode = 1;
  });
}

/** The file is opened by another process, which outlives this one. */
async function openFile(path) {
  const { spawn } = require('node:child_process');
  const [command, ...words] = { darwin: ['open'], win32: ['explorer'] }[process.platform] ?? [
    'xdg-open',
  ];
  const viewer = spawn(command, [...words, path], { detached: true, stdio: 'ignore' });
  viewer.unref();
  return new Promise((resolve) => {
    viewer.once('spawn', () => resolve(true));
    viewer.once('error', () => resolve(false));
  });
}

/** The number of the signal that stopped the work. */
let stoppedBy = 2;
const interrupted = 130;

/** Each is made when it is asked for: a stream of Node takes up to 5 ms. */
const world = {
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return guard(process.stdout);
  },
  get stderr() {
    return guard(process.stderr);
  },
  env: process.env,
  clock: () => new Date(),
  get user() {
    return require('node:os').userInfo().username;
  },
  openFile,
  onInterrupt: (stop) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const stopBy = (_name, number) => {
      stoppedBy = number;
      stop();
    };
    for (const signal of signals) process.on(signal, stopBy);
    return () => {
      for (const signal of signals) process.off(signal, stopBy);
    };
  },
};

async function start() {
  const { main } = require('../dist/main.cjs');
  const status = await main(process.argv.slice(2), world);
  // As a shell tells it: 130 for SIGINT, 143 for SIGTERM.
  process.exitCode ||= status === interrupted ? 128 + stoppedBy : status;
  // Node would wait for what V8 compiles in the background, 20 ms after a command with much output.
  if ([...guarded].every((stream) => stream.writableLength === 0)) process.exit();
}

start().catch((error) => {
  process.exitCode = error.name === 'ExitPromptError' ? interrupted : 1;
  if (error.code === 'MODULE_NOT_FOUND' && error.message.includes('dist')) {
    process.stderr.write('ejournal has not been built yet. Build it: npm run build\n');
  } else if (process.exitCode === 1) process.stderr.write(`ejournal: ${error.message}\n`);
});
