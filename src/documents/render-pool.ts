import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tinypool } from 'tinypool';
import { packageFile } from '../package-files.js';
import type { FileToRender, Rendered } from './render-file.js';

export interface Renderer {
  render(file: FileToRender): Promise<Rendered>;
  /** So many files can be worked on at a time. */
  readonly width: number;
  close(): Promise<void>;
}

/** Fewer papers than these are made sooner than a worker is ready. */
const worthWorkers = 30;
/** In one file; more would keep this process from hearing that it is to stop. */
const worthOneWorker = 100;

/** More workers than these cost memory, about 100 MB each. */
const mostWorkers = 8;

const widest = () => Math.min(availableParallelism(), mostWorkers);

let begun: Promise<Tinypool> | undefined;

/**
 * Begins the workers for a batch that is likely to be large, while what stands on its papers is still read:
 * until a worker has loaded pdfmake and the fonts, half a second passes.
 */
export function beginWorkers(): void {
  const width = widest();
  if (width > 1 && isBuilt) begun ??= workers(width);
}

/** Something that renders files: this process for a few papers, else a worker on every processor. */
export async function makeRenderer(files: number, papers: number): Promise<Renderer> {
  const width = Math.min(widest(), files);
  if (papers < (width > 1 ? worthWorkers : worthOneWorker) || !isBuilt) return inProcess();
  const pool = await (begun ?? workers(width));
  begun = undefined;
  return {
    render: (file) => pool.run(file) as Promise<Rendered>,
    width,
    close: () => pool.destroy(),
  };
}

async function workers(width: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: packageFile('dist/render-worker.cjs'),
    name: 'renderFile',
    runtime: 'worker_threads',
    minThreads: width,
    maxThreads: width,
    // Most of what a page is made of is dropped right after it: with little room V8 clears up ten times as often.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
}

/** The sources themselves, as tests run them, have no file that a worker could load. */
const isBuilt = !import.meta.url.endsWith('.ts');

async function inProcess(): Promise<Renderer> {
  const { renderFile } = await import('./render-file.js');
  /** Between two files this process hears that it is to stop. */
  const render = async (file: FileToRender) => {
    await nextTurn();
    return renderFile(file);
  };
  return { render, width: 1, close: async () => undefined };
}
