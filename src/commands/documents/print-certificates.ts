import { Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { printingCertificates } from '../../text/print-certificates.js';
import { namesOfPrintOptions } from '../printing.js';
import {
  calibrate,
  check,
  duplicate,
  issue,
  issued,
  prepare,
  printSheets,
  register,
  voided,
} from './certificate-acts.js';
import { type CertificateOptions, certificateOptions } from './certificate-options.js';

export const topic = printingCertificates;

export const define = certificateOptions;

const runs = {
  check,
  prepare,
  print: printSheets,
  issue,
  void: voided,
  duplicate,
  register,
  issued,
  calibrate,
};
type Act = keyof typeof runs;

const whose = ['grade', 'class', 'student', 'year'] as const;
export const acts = {
  check: whose,
  prepare: [...whose, 'date', 'series'],
  print: [...whose, ...namesOfPrintOptions],
  issue: [...whose, 'series', 'number', 'date', 'receiver'],
  void: ['grade', 'number', 'series', 'reason', 'date'],
  duplicate: ['grade', 'of', 'series', 'reason', 'noticeDate', 'date'],
  register: [...whose, ...namesOfPrintOptions],
  issued: whose,
  calibrate: ['grade', ...namesOfPrintOptions],
} as const satisfies Record<Act, readonly (keyof CertificateOptions)[]>;

const names = Object.keys(runs) as Act[];
const askedFor = (options: CertificateOptions) => names.filter((name) => options[name]);

/** Undefined where not just one is asked for, which `run` refuses. */
export function actOf(options: CertificateOptions): Act | undefined {
  const [act, ...others] = askedFor(options);
  return others.length === 0 ? act : undefined;
}

export async function run(session: Session, options: CertificateOptions) {
  const act = actOf(options);
  if (act) return runs[act](session, options);
  const all = names.map((name) => `--${name}`).join(', ');
  throw new Problem('oneAct', { options: all, asked: askedFor(options).length });
}
