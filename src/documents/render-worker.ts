// What a worker of the pool does, over and over.
import { loadPrinter } from './pdf.js';

export { renderFile } from './render-file.js';

// While the first papers are still read.
void loadPrinter();
