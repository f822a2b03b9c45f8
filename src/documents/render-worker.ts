/** What a worker of the pool does, over and over. */
export { renderFile } from './render-file.js';
