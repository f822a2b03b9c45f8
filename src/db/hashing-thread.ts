// The thread that hashes the changes of a large operation: see threaded-digest.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { digestHere } from './digests.js';
import type { Hashing, Message } from './threaded-digest.js';

const { taken, hash }: Hashing = workerData;
const digest = digestHere();

parentPort?.on('message', (message: Message) => {
  if ('text' in message) digest.text(message.text);
  else if ('changes' in message) digest.changes(message.changes);
  else hash.set(Buffer.from(digest.hash()));
  Atomics.add(taken, 0, 1);
  Atomics.notify(taken, 0);
});
