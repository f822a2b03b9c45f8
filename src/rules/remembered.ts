/** So many answers are kept, then all are forgotten. */
const most = 4_000;

/** A function that remembers what it answered: the cells of a list repeat, and a look into a map is cheap. */
export function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = ask(text);
      if (answers.size >= most) answers.clear();
      answers.set(text, answer);
    }
    return answer;
  };
}
