import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** Something that renders files: this process for a few papers, else a worker on every processor. */
export async function makeRenderer(files: number, papers: number): Promise<Renderer> {
  const width = Math.min(availableParallelism(), mostWorkers, files);
  if (papers < (width > 1 ? worthWorkers : worthOneWorker) || !isBuilt) return inProcess();
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: packageFile('dist/render-worker.cjs'),
    runtime: 'worker_threads',
    minThreads: width,
    maxThreads: width,
    // Most of what a page is made of is dropped right after it: with little room V8 clears up ten times as often.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  return {
    render: (file) => pool.run(file, { name: 'renderFile' }) as Promise<Rendered>,
    width,
    close: () => pool.destroy(),
  };
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
