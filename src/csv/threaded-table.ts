import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import type { FileKind } from '../rules/file-kinds.js';
import type { Batch } from './batches.js';
import type { Header, Where } from './columns.js';
import { FileFault } from './fault.js';
import { columnsOf } from './files.js';

import { type BatchedTable, readBatches } from './reader.js';
import { growNursery } from './small-heap.js';
import type { Source } from './source.js';

/** What the reading thread is told at its beginning. */
export interface Reading {
  readonly source: Omit<Source, 'chunks' | 'close'>;
  readonly kind: FileKind;
  readonly where: Where;
  readonly port: MessagePort;
  /** How many messages it has sent, and how many of them were taken. */
  readonly signal: Int32Array;
  /** It waits when so many were not taken. */
  readonly mostAhead: number;
}

/** What the reading thread says: the header, batches, and how it ended. */
export type Message =
  | { header: Header }
  | { batch: Batch }
  | { end: true }
  | { fault: Omit<FileFault, keyof Error> }
  | { failure: unknown };

/** A smaller file is read before a thread has begun. */
const largeFile = 4_194_304;

const thread = new URL('./reading-thread.cjs', import.meta.url);

/**
 * Opens the table of a file. A large one is read in a thread of its own, a little ahead of the caller,
 * while the caller writes to the database; where the program was not built, by the caller.
 * @throws FileFault where the file as a whole cannot be read
 */
export function openTable(source: Source, kind: FileKind, where: Where): BatchedTable {
  const isAside = source.bytes >= largeFile && !source.detected.fault;
  return isAside && existsSync(fileURLToPath(thread))
    ? readAside(source, kind, where)
    : readBatches(source, columnsOf[kind], where);
}

function readAside(
  { chunks: _chunks, close: _close, ...source }: Source,
  kind: FileKind,
  where: Where,
): BatchedTable {
  const { port1, port2: port } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(8));
  const workerData: Reading = { source, kind, where, port, signal, mostAhead: 16 };
  const worker = new Worker(thread, {
    workerData,
    transferList: [port],
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  worker.unref();
  const first = next(port1, signal);
  if (!('header' in first)) throw new Error('the header of a table comes first');
  growNursery();
  return {
    header: first.header,
    batches: function* () {
      try {
        for (let said = next(port1, signal); 'batch' in said; said = next(port1, signal)) {
          yield said.batch;
        }
      } finally {
        port1.close();
        void worker.terminate();
      }
    },
  };
}

/**
 * Waits for the next message without leaving the transaction; no event comes in between, so the end of a
 * thread that could not say anything shows only by its silence.
 * @throws FileFault
 */
function next(port: MessagePort, signal: Int32Array): Message {
  for (let silence = 0; silence < longestSilence; silence += step) {
    const sent = Atomics.load(signal, 0);
    const received: { message: Message } | undefined = receiveMessageOnPort(port);
    if (!received) {
      Atomics.wait(signal, 0, sent, step);
      continue;
    }
    Atomics.add(signal, 1, 1);
    Atomics.notify(signal, 1);
    const { message } = received;
    if ('failure' in message) throw message.failure;
    if ('fault' in message) {
      const { line, wrong, header, ...blamed } = message.fault;
      throw new FileFault(line, wrong, header ? { ...blamed, header } : blamed);
    }
    return message;
  }
  throw new Error('the thread that reads the file has ended');
}

/** In milliseconds, waited in steps, so that a program that was stopped and continued does not give up. */
const longestSilence = 60_000;
const step = 100;
