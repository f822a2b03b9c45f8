import type { problems } from './text/problems.js';

/** The exit statuses of the program; scripts rely on them. */
export const exit = {
  done: 0,
  unexpected: 1,
  usage: 2,
  found: 3,
  rejected: 4,
  database: 5,
  interrupted: 130,
} as const;
export type ExitStatus = (typeof exit)[keyof typeof exit];

export type ProblemName = keyof (typeof problems)['en'];
export type ProblemFacts<N extends ProblemName> = Parameters<(typeof problems)['en'][N]['what']>[0];

/** The place of a problem: a field of the task (the option of that name), or a place in a file. */
export type Where =
  | { field: string }
  | { file: string; line?: number | undefined; column?: string | undefined };

/**
 * `usage`: the line is wrong by itself, or names what is not there. `rejected`: the line is understood, and
 * what it would enter cannot stand, as a row of a file could not. To say no to a question is no failure.
 */
const exitOf: Record<ProblemName, ExitStatus> = {
  noDatabase: exit.database,
  databaseExists: exit.usage,
  noFolder: exit.usage,
  folderNotWritable: exit.usage,
  databaseUnreadable: exit.database,
  foreignDatabase: exit.database,
  newerDatabase: exit.database,
  unknownOperation: exit.usage,
  nothingToUndo: exit.usage,
  alreadyUndone: exit.usage,
  firstOperation: exit.rejected,
  laterOperations: exit.rejected,
  otherOperations: exit.rejected,
  othersRestOnIt: exit.rejected,
  notAMoment: exit.usage,
  noSchoolYear: exit.usage,
  unknownSchoolYear: exit.usage,
  noSuchFilter: exit.usage,
  fileNotFound: exit.usage,
  errorsOverInput: exit.usage,
  fileExists: exit.usage,
  templateEjected: exit.usage,
  otherArchive: exit.usage,
  noArchive: exit.usage,
  nothingToSetUp: exit.usage,
  cannotAsk: exit.usage,
  optionNeeded: exit.usage,
  unknownColumns: exit.usage,
  badCondition: exit.usage,
  databaseBusy: exit.database,
  diskFull: exit.unexpected,
  outputLost: exit.unexpected,
  databaseDamaged: exit.database,
  databaseReadOnly: exit.database,
  nativePartMissing: exit.database,
  notAllowed: exit.unexpected,
  unforeseen: exit.unexpected,
  unknownYearDates: exit.usage,
  tooManyMissing: exit.usage,
  notAHash: exit.usage,
  unknownClass: exit.usage,
  unknownSubject: exit.usage,
  unknownStaff: exit.usage,
  unknownStudent: exit.usage,
  unknownSchedule: exit.usage,
  notConfirmed: exit.done,
  badTemplate: exit.rejected,
  forbiddenInTemplate: exit.rejected,
  templateNotMapping: exit.rejected,
  templateLacks: exit.rejected,
  templateKeyUnknown: exit.rejected,
  badLogo: exit.rejected,
  notAFolder: exit.usage,
  fontLacks: exit.rejected,
  pieceKeyUnknown: exit.rejected,
  wordUnknown: exit.rejected,
  styleUnknown: exit.rejected,
  pieceValueWrong: exit.rejected,
  tableUneven: exit.rejected,
  unknownTemplate: exit.usage,
  badSpan: exit.usage,
  noTermInCalendar: exit.usage,
  graduatesAtYearOnly: exit.usage,
  noStudents: exit.usage,
  tooFewLabels: exit.usage,
  tooManyBlankColumns: exit.usage,
  tooManyFields: exit.usage,
  optionSaysNothing: exit.usage,
  nothingToTry: exit.usage,
  nothingAsked: exit.usage,
  badPeriod: exit.usage,
  bellsOverlap: exit.rejected,
  wrongWords: exit.usage,
  notAPeriod: exit.usage,
  notADemo: exit.usage,
  unknownGroup: exit.usage,
  notInGroup: exit.rejected,
  periodNeeded: exit.usage,
  lessonSaysNothing: exit.usage,
  lessonObjected: exit.rejected,
  forceNeedsReason: exit.usage,
  namedTwice: exit.usage,
  absencesStand: exit.rejected,
  changedMeanwhile: exit.rejected,
  noSuchLesson: exit.rejected,
  otherYear: exit.rejected,
  nothingToMove: exit.rejected,
  lessonThere: exit.rejected,
  absencesClash: exit.rejected,
  noLessonThen: exit.rejected,
  absenceAhead: exit.rejected,
  notAtSchool: exit.rejected,
  notAMark: exit.rejected,
  markedTwice: exit.rejected,
  otherClass: exit.usage,
  offTheScale: exit.rejected,
  marksChanged: exit.rejected,
  unknownWork: exit.usage,
  unknownFirstWork: exit.usage,
  stillATest: exit.rejected,
  workAhead: exit.rejected,
  changeNeedsReason: exit.usage,
  scaleHasMarks: exit.rejected,
  notABlankRun: exit.usage,
  blankOfOtherKind: exit.rejected,
  blankNotFree: exit.rejected,
  unknownBlank: exit.usage,
  severalBlanks: exit.usage,
  noCertificate: exit.usage,
  oneAct: exit.usage,
  notReady: exit.rejected,
  notEnoughBlanks: exit.rejected,
  nothingPrepared: exit.rejected,
  nothingToPrint: exit.rejected,
  unprintableEntries: exit.rejected,
  severalSheets: exit.usage,
  marksGone: exit.rejected,
  dateToCome: exit.usage,
  issuedBefore: exit.usage,
  noticeTooEarly: exit.usage,
  duplicateTooEarly: exit.usage,
  oneReceiver: exit.usage,
  unknownCertificate: exit.usage,
  notStanding: exit.rejected,
  notIssued: exit.rejected,
  hasDuplicate: exit.rejected,
  notAPercentage: exit.usage,
  unknownMessage: exit.usage,
  unknownSettingKey: exit.usage,
  badSettingValue: exit.usage,
  noSuchTerm: exit.usage,
  noSuchWork: exit.usage,
  unknownTable: exit.usage,
  unknownRow: exit.usage,
  unknownKey: exit.usage,
  onlyEntered: exit.usage,
  badTermValue: exit.rejected,
  doesNotLearn: exit.usage,
  noMarkOfTheirs: exit.rejected,
  termMarksChanged: exit.rejected,
  untilBeforeFrom: exit.usage,
  lastPeriodBeforeFirst: exit.usage,
  outsideSchoolYear: exit.usage,
  studentOrGroup: exit.usage,
  unknownJustification: exit.usage,
  alreadyWithdrawn: exit.usage,
};

/** Something that the user can mend; its words are in `text/problems.ts` under its name. */
export class Problem<N extends ProblemName = ProblemName> extends Error {
  readonly problem: N;
  readonly facts: ProblemFacts<N>;
  readonly where: Where | undefined;

  constructor(problem: N, facts: ProblemFacts<N>, where?: Where, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
    this.facts = facts;
    this.where = where;
  }

  get status(): ExitStatus {
    return exitOf[this.problem];
  }
}
