/**
 * A statement inside another text: no full stop at its end, lower case at its beginning unless a name begins
 * it. By convention, what is called `why`, `what` or `reason` is a clause.
 */
export type Clause = string;

/** A whole sentence, or several: what a person reads. By convention, what is called `message` is made of sentences. */
export type Sentence = `${string}.`;

/** A clause as a sentence: with a capital letter and a full stop. Names in backticks and addresses stay as they are. */
export function toSentence(clause: Clause): Sentence {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

/** Words of a server or a program as a clause: their own end goes, as ours follows. A question stays one, in quotes. */
export function quoteWords(said: string): Clause {
  const words = said.replace(/[\s.!]+$/, '');
  return words.endsWith('?') ? `“${words}”` : words;
}
