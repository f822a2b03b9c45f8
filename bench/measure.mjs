import { spawnSync } from 'node:child_process';

/**
 * Runs a program once and measures it as a whole process: wall-clock milliseconds, and the most memory
 * it had, in MB (GNU time; 0 where it is not installed).
 */
export function once(command, words, cwd) {
  const begun = process.hrtime.bigint();
  const ran = spawnSync('/usr/bin/time', ['-f', '%M', command, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const plain = ran.error ? spawnSync(command, words, { cwd, stdio: 'ignore' }) : ran;
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  if (plain.status !== 0 && plain.status !== 3)
    throw new Error(`${command} ${words.join(' ')}\n${ran.stderr}`);
  return {
    milliseconds,
    megabytes: ran.error ? 0 : Number(ran.stderr.trim().split('\n').at(-1)) / 1024,
  };
}

/** Runs two programs in turn, after a warm-up, and gives the medians and the ratio of the medians. */
export function against(runs, ours, peer) {
  const measured = { ours: [], peer: [] };
  for (let run = -1; run < runs; run += 1) {
    const [a, b] = [ours(), peer()];
    if (run < 0 && runs > 1) continue;
    measured.ours.push(a);
    measured.peer.push(b);
    if (runs === 1) break;
  }
  const a = median(measured.ours.map((one) => one.milliseconds));
  const b = median(measured.peer.map((one) => one.milliseconds));
  return {
    ours: a,
    peer: b,
    ratio: a / b,
    megabytes: Math.max(...measured.ours.map((one) => one.megabytes)),
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
