/**
 * A statement inside another text: no full stop at its end, lower case at its beginning unless a name begins
 * it. By convention, what is called `why`, `what` or `reason` is a clause.
 */
export type Clause = string;

/** A whole sentence, or several: what a person reads. By convention, what is called `message` is made of sentences. */
export type Sentence = `${string}.`;

/** A clause as a sentence: with a capital letter and one full stop. Names in backticks and addresses stay as they are. */
export function toSentence(clause: Clause): Sentence {
  const text = clause.replace(/[.\s]+$/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
