import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type Digest, digestHere } from './digests.js';

/** What the hashing thread is told at its beginning: memory that both sides see. */
export interface Hashing {
  /** How many messages it has dealt with. */
  readonly taken: Int32Array;
  /** The digits of the hash, once the end was taken. */
  readonly hash: Uint8Array;
}

export type Message = { text: string } | { changes: string } | { end: true };

/** Fewer are hashed before a thread has begun. */
const manyChanges = 50_000;

const thread = new URL('./hashing-thread.cjs', import.meta.url);

/**
 * A digest for so many changes. Many are hashed in a thread of its own while the caller reads the next;
 * where the program was not built, by the caller.
 */
export function digestFor(changes: number): Digest {
  return changes >= manyChanges && existsSync(fileURLToPath(thread)) ? digestAside() : digestHere();
}

function digestAside(): Digest {
  // Loaded on use: it takes some milliseconds, and nearly every operation is small.
  const { Worker } = createRequire(import.meta.url)(
    'node:worker_threads',
  ) as typeof import('node:worker_threads');
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const hash = new Uint8Array(new SharedArrayBuffer(64));
  const workerData: Hashing = { taken, hash };
  const worker = new Worker(thread, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  worker.unref();
  let sent = 0;
  const send = (message: Message) => {
    worker.postMessage(message);
    sent += 1;
    waitUntil(taken, sent - mostAhead);
  };
  return {
    text: (text) => send({ text }),
    changes: (changes) => send({ changes }),
    hash: () => {
      send({ end: true });
      waitUntil(taken, sent);
      void worker.terminate();
      return Buffer.from(hash).toString();
    },
  };
}

/** The caller waits when so many pieces were not hashed yet. */
const mostAhead = 16;

/**
 * Waits until so many messages were taken, inside the transaction; no event comes in between, so the
 * end of a thread that could not go on shows only by its silence.
 */
function waitUntil(taken: Int32Array, wanted: number): void {
  let silence = 0;
  for (let now = Atomics.load(taken, 0); now < wanted; now = Atomics.load(taken, 0)) {
    if (silence >= longestSilence) throw new Error('the thread that hashes changes has ended');
    silence = Atomics.wait(taken, 0, now, step) === 'timed-out' ? silence + step : 0;
  }
}

/** In milliseconds, waited in steps, so that a program that was stopped and continued does not give up. */
const longestSilence = 60_000;
const step = 100;
