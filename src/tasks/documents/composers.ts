import type { Database } from 'better-sqlite3';
import type { Composition } from '../../documents/paper.js';
import { composeCertificates, composeTranscripts, formComposers } from './certificate-papers.js';
import { composeExtracts } from './extract-papers.js';
import { composeOverviews } from './overview-papers.js';
import { composePersonalFiles } from './personal-file-sheets.js';
import { composeReportCards } from './print-report-cards.js';
import { composeSummaries, summaryKind } from './summary-papers.js';

/** @throws Problem where there are no data of such a period */
type Compose = (db: Database, asOf: Date, period: string) => Composition;

/**
 * How the papers of each kind are composed again: so the register tells which of them no longer say
 * what the data say, and prints them anew. A kind that is not here is never out of date: what was
 * certified once stands.
 */
export const composers: Readonly<Record<string, Compose>> = {
  'monthly-extract': composeExtracts,
  'class-overview': composeOverviews,
  'report-card': composeReportCards,
  'personal-file': composePersonalFiles,
  certificate: composeCertificates,
  ...formComposers,
  'certificate-transcript': composeTranscripts,
  [summaryKind]: composeSummaries,
};
