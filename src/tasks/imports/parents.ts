import type { RecordOf } from '../../csv/files.js';
import {
  childrenOf,
  linkOf,
  otherWithPhone,
  type ParentLink,
  parentByPhoneAndName,
  phonesOfParents,
} from '../../db/parents.js';
import { type Outcome, tableByKey } from '../../db/table-by-key.js';
import { wrong } from '../../text/findings.js';
import { type Begin, type ImportContext, type Refusal, together } from './importing.js';
import { unknownStudent } from './unknown-names.js';

/** One parent may stand in several rows, one for each child: the same phone and name are one person. */
export const beginParents: Begin<'parents'> = (context) => {
  const { db, find } = context;
  const links = tableByKey(db, 'student_parent', ['student_id', 'parent_id']);
  const person = persons(context);
  const repeated = contradictions();
  const pointOutAlike = samePhoneOtherwise(context);
  return {
    row: (record, line) => {
      const { register_no, relation } = record;
      const student_id = find.student(register_no);
      if (!student_id) return unknownStudent(register_no);
      const refused = repeated(record, line);
      if (refused) return refused;
      const contact = yesOrNo(record.contact);
      const existing = linkOf(db, student_id, record);
      if (!existing) {
        if (!relation) return { column: 'relation', wrong: wrong('required') };
        const found = person.found(record);
        if (found === undefined) pointOutAlike(record, line);
        const parent_id = found ?? person.added(record);
        return links.put({ student_id, parent_id, relation, contact }).outcome;
      }
      const parent = person.changed(existing, record);
      const link = links.change(existing.student_parent_id, {
        ...parent.relink,
        relation,
        contact,
      });
      const outcome = together(parent.outcome, link);
      const parent_id = parent.relink.parent_id ?? existing.parent_id;
      const { phone } = record;
      if (!phone || phone === existing.phone) return outcome;
      return { outcome, recheck: () => phoneOfOther(student_id, parent_id, phone) };
    },
  };

  /** A later row may give the other one a new phone; in the end each parent of a student has their own. */
  function phoneOfOther(student: number, parent: number, phone: string): Refusal | undefined {
    const other = otherWithPhone(db, student, { parent, phone });
    if (!other) return undefined;
    const name = `${other.first_name} ${other.last_name}`;
    return { column: 'phone', wrong: wrong('phoneOfOtherParent', { name }) };
  }
};

/**
 * Points out a new parent of whom there is one with the same name, whose phone is the same number in another
 * writing: with or without the code of the country, with other spaces.
 */
function samePhoneOtherwise({ db, warn }: ImportContext) {
  let known: Map<string, string> | undefined;
  const keyOf = (phone: string, person: Parameters<typeof nameOf>[0]) =>
    `${phone.replace(/\D/g, '').slice(-8)} ${nameOf(person)}`;
  return (record: RecordOf<'parents'>, line: number): void => {
    const { phone } = record;
    if (!phone) return;
    known ??= new Map(phonesOfParents(db).map((one) => [keyOf(one.phone, one), one.phone]));
    const key = keyOf(phone, record);
    const there = known.get(key);
    if (there) warn(line, 'phone', phone, wrong('phoneWrittenOtherwise', { phone: there }));
    else known.set(key, phone);
  };
}

/**
 * Refuses what an earlier line of the file says otherwise: of a student the parent with one phone or with
 * one name, of a parent in the rows of several children the e-mail.
 */
function contradictions() {
  const lines = new Map<string, { line: number; said: string }>();
  const differs = (key: string, said: string, line: number): number | undefined => {
    const first = lines.get(key);
    if (!first) lines.set(key, { line, said });
    return first && first.said !== said ? first.line : undefined;
  };
  return (record: RecordOf<'parents'>, line: number): Refusal | undefined => {
    const { register_no, phone, email } = record;
    const name = nameOf(record);
    const whole = JSON.stringify(record);
    const ofStudent =
      differs(`${register_no} ${name}`, whole, line) ??
      (phone ? differs(`${register_no} ${phone}`, whole, line) : undefined);
    if (ofStudent)
      return { column: 'register_no', wrong: wrong('givenTwice', { line: ofStudent }) };
    const ofPerson = phone && email ? differs(`${phone} ${name}`, email, line) : undefined;
    if (ofPerson) return { column: 'email', wrong: wrong('otherEmail', { line: ofPerson }) };
    return undefined;
  };
}

const nameOf = ({ last_name, first_name }: Pick<RecordOf<'parents'>, 'last_name' | 'first_name'>) =>
  JSON.stringify([last_name, first_name]);

const yesOrNo = (value: boolean | null | undefined) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;

type Relinked = { outcome: Outcome; relink: { parent_id?: number } };

function persons({ db }: ImportContext) {
  const parents = tableByKey(db, 'parent', ['parent_id']);
  const fields = ({ last_name, first_name, phone, email }: RecordOf<'parents'>) => ({
    last_name,
    first_name,
    phone,
    email,
  });
  const found = (record: RecordOf<'parents'>) => {
    const parent = parentByPhoneAndName(db, record);
    if (parent !== undefined) parents.change(parent, fields(record));
    return parent;
  };
  const added = (record: RecordOf<'parents'>) =>
    parents.put({ ...fields(record), parent_id: null }).id;

  /**
   * Another phone or name is the person's new one; but a person with other children keeps the old for
   * them, and who has both already is that person.
   */
  const changed = (link: ParentLink, record: RecordOf<'parents'>): Relinked => {
    const whole = {
      ...record,
      last_name: record.last_name ?? link.last_name,
      first_name: record.first_name ?? link.first_name,
      phone: record.phone === undefined ? link.phone : record.phone,
      email: record.email === undefined ? link.email : record.email,
    };
    const isOtherPhone = record.phone && record.phone !== link.phone;
    const isOther = isOtherPhone || nameOf(whole) !== nameOf(link);
    const person = isOther ? found(whole) : undefined;
    const isShared = isOther && childrenOf(db, link.parent_id) > 1;
    if (person === undefined && !isShared) {
      return { outcome: parents.change(link.parent_id, fields(record)), relink: {} };
    }
    return { outcome: 'changed', relink: { parent_id: person ?? added(whole) } };
  };
  return { found, added, changed };
}
