// The thread that reads a large file ahead of the import: see threaded-table.ts.
import { workerData } from 'node:worker_threads';
import { FileFault } from './fault.js';
import { columnsOf } from './files.js';
import { readBatches } from './reader.js';
import { chunksOf } from './source.js';
import type { Message, Reading } from './threaded-table.js';

const { source, kind, where, port, signal, mostAhead }: Reading = workerData;
let count = 0;

/** Hands something over, and waits as long as the other side has enough to do. */
function send(message: Message): void {
  port.postMessage(message);
  count += 1;
  Atomics.store(signal, 0, count);
  Atomics.notify(signal, 0);
  for (let taken = Atomics.load(signal, 1); count - taken > mostAhead; ) {
    Atomics.wait(signal, 1, taken);
    taken = Atomics.load(signal, 1);
  }
}

try {
  const chunks = () => chunksOf(source.descriptor);
  const table = readBatches({ ...source, chunks }, columnsOf[kind], where);
  send({ header: table.header });
  for (const batch of table.batches()) send({ batch });
  send({ end: true });
} catch (error) {
  if (error instanceof FileFault) {
    const { line, column, value, wrong, further, header } = error;
    send({ fault: { line, column, value, wrong, further, header } });
  } else send({ failure: error });
}
