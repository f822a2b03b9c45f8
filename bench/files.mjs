import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

const names = ['Bērziņa', 'Kļaviņš', 'Šķēle', 'Ģēģeris', 'Ņikitina', 'Žīgurs', 'Ūsiņa', 'Čakste'];
const given = ['Anna', 'Jānis', 'Ķērsta', 'Mārtiņš', 'Elīza', 'Ļena'];

/** Writes lines to a file in large pieces. */
function written(path, lines) {
  const file = openSync(path, 'w');
  let waiting = '';
  for (const line of lines) {
    waiting += `${line}\n`;
    if (waiting.length > 1 << 20) {
      writeSync(file, waiting);
      waiting = '';
    }
  }
  writeSync(file, waiting);
  closeSync(file);
}

/** So many students, spread over the classes 7.a to 12.h; up to 774,000 no two are alike. */
export function writeStudents(path, count) {
  written(
    path,
    (function* () {
      yield 'class,last_name,first_name,register_no,personal_code,birth_date,sex,programme,address,phone,email,enrolled_on,left_on';
      for (let at = 0; at < count; at += 1) {
        const grade = 7 + (at % 6);
        const [last, second, first, next] = [at, at >> 3, at >> 6, Math.floor(at / 384)];
        const days = Math.floor(at / 2304);
        const month = String(1 + (days % 12)).padStart(2, '0');
        const day = String(1 + (Math.floor(days / 12) % 28)).padStart(2, '0');
        const born = `${2015 - grade - 6}-${month}-${day}`;
        const surname = `${names[last % 8]}-${names[second % 8]}`;
        yield `${grade}.${'abcdefgh'[at % 8]},${surname},${given[first % 6]} ${given[next % 6]},${100000 + at},,${born},${at % 2 ? 'S' : 'V'},21011111,"Parka iela ${at % 90}, Paraugpilsēta",+3712${String(at).padStart(7, '0')},skolens${at}@example.org,2015-09-01,`;
      }
    })(),
  );
}

/** So many marks, one of each member for each work, over the groups of a school's files. */
export function writeMarks(path, school, count) {
  const groups = membersOfGroups(school);
  const marks = function* () {
    for (let work = 0; ; work += 1) {
      const { group, members } = groups[work % groups.length];
      const round = Math.floor(work / groups.length);
      const day = `2015-${String(9 + (round % 3)).padStart(2, '0')}-${String(1 + (work % 28)).padStart(2, '0')}`;
      for (const [at, student] of members.entries())
        yield `${day},${group},Darbs Nr. ${work},test,${student},${1 + (at % 10)},,${day}T15:${String(at % 60).padStart(2, '0')}:00+03:00`;
    }
  };
  written(
    path,
    (function* () {
      yield 'date,group,work,kind,register_no,value,reason,recorded_at';
      let written = 0;
      for (const mark of marks()) {
        if (written === count) return;
        yield mark;
        written += 1;
      }
    })(),
  );
}

/** The end of a school's year: every mark of every subject is there and sufficient, and everybody goes up. */
export function writeYearEnd(school) {
  const [students, programmes] = [rowsOf(school, 'students'), rowsOf(school, 'programmes')];
  const termMarks = function* () {
    yield 'register_no,subject,term,value,recorded_at';
    for (const [at, [className, , , number, , , , programme]] of students.entries()) {
      const grade = className.split('.')[0];
      for (const [code, , of, subject, , yearEnd] of programmes) {
        if (code !== programme || of !== grade || subject === 'KLS') continue;
        const terms = ['semester1', 'semester2', 'year', ...(yearEnd ? [yearEnd] : [])];
        for (const term of terms)
          yield `${number},${subject},${term},${term === 'credit' ? 'i' : 4 + (at % 7)},2016-05-27T10:00:00Z`;
      }
    }
  };
  written(`${school}/term-marks.csv`, termMarks());
  written(
    `${school}/decisions.csv`,
    (function* () {
      yield 'register_no,decision,order_no,date';
      for (const [className, , , number] of students)
        yield `${number},${/^(9|12)\./.test(className) ? 'graduated' : 'promoted'},1-8/1,2016-06-10`;
    })(),
  );
}

/** Who is in which group: those of its list, or where it has none all students of its classes. */
function membersOfGroups(school) {
  const [students, listed] = [rowsOf(school, 'students'), rowsOf(school, 'group-members')];
  return rowsOf(school, 'groups')
    .map(([group, , , classes, whole]) => ({
      group,
      members:
        whole === 'no'
          ? listed.filter(([of]) => of === group).map(([, student]) => student)
          : students
              .filter(([of]) => classes.split('+').includes(of))
              .map(([, , , student]) => student),
    }))
    .filter(({ members }) => members.length > 0);
}

/** The rows of a file of a school, without the head; none of their first eight cells has a comma in it. */
function rowsOf(school, file) {
  return readFileSync(`${school}/${file}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
