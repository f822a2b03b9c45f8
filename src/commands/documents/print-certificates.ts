import { Problem } from '../../problem.js';
import type { Session } from '../../session.js';
import { printingCertificates } from '../../text/print-certificates.js';
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

const acts = {
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

export async function run(session: Session, options: CertificateOptions) {
  const asked = Object.entries(acts).filter(([name]) => options[name as keyof typeof acts]);
  const [[, act] = [], ...others] = asked;
  if (!act || others.length > 0) {
    const names = Object.keys(acts).map((name) => `--${name}`);
    throw new Problem('oneAct', { options: names.join(', '), asked: asked.length });
  }
  return act(session, options);
}
