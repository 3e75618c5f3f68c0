/**
 * Characters that show nothing themselves but change what is shown around them: controls other than
 * tab and line feed, and the bidirectional overrides and isolates that can reorder a whole line.
 */
const DECEPTIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text from outside, fit to be put in a document: deceptive characters are dropped, `\r\n` and `\r` are `\n`,
 * and half of a surrogate pair is U+FFFD, as it would be in UTF-8.
 */
export function toPlainText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(DECEPTIVE, '').toWellFormed();
}

/** As `toPlainText`, with every run of white space a single blank: fit for one line. */
export function toPlainLine(text: string): string {
  return toPlainText(text).replaceAll(/\s+/g, ' ').trim();
}

/** One line of at most `max` characters (code points); a longer one ends in an ellipsis. */
export function shorten(text: string, max: number): string {
  const line = toPlainLine(text);
  if (line.length <= max) return line;
  // Twice as many, because a character may take two: the whole text may be long.
  const characters = Array.from(line.slice(0, 2 * max + 2));
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join('')}…`;
}
