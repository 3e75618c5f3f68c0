import type { WordPart } from './types.ts';

/** Pairs of words that may be compared: two prompts of the longest kind are below it; other texts may be anything. */
const MOST_PAIRS = 400_000;

let segmenter: Intl.Segmenter | undefined;

/**
 * How one text becomes the other, word by word. The parts that are the same or removed are the text before, those that
 * are the same or added the text after. In a group of changes, what is removed comes first. Words are found in any
 * script. Very long texts whose middles differ are not compared: one part is removed, and one is added.
 */
export function diffWords(before: string, after: string): readonly WordPart[] {
  const start = countStart(before, after);
  const end = countEnd(before.slice(start), after.slice(start));
  const middles = [before.slice(start, before.length - end), after.slice(start, after.length - end)] as const;
  return joinParts([
    { kind: 'same', text: after.slice(0, start) },
    ...(middles.includes('') ? replaceAll(...middles) : compareWords(...middles)),
    { kind: 'same', text: after.slice(after.length - end) },
  ]);
}

function compareWords(before: string, after: string): readonly WordPart[] {
  const [old, now] = [splitWords(before), splitWords(after)];
  return old.length * now.length > MOST_PAIRS ? replaceAll(before, after) : align(old, now);
}

/** How many characters are the same at the start, up to the end of a word or blank: only what is left has to be split. */
function countStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one.charCodeAt(count) === other.charCodeAt(count)) count += 1;
  if (isBoundary(one[count]) && isBoundary(other[count])) return count;
  while (count > 0 && isInWord(one[count - 1])) count -= 1;
  return count;
}

/** As `countStart`, at the end, from the beginning of a blank. */
function countEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (
    count < most &&
    one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)
  )
    count += 1;
  while (count > 0 && isInWord(one[one.length - count])) count -= 1;
  return count;
}

function isInWord(character: string | undefined): boolean {
  return !isBoundary(character);
}

/** A blank, or the end of the text. */
function isBoundary(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

/** Words, and what is between them. */
function splitWords(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function replaceAll(before: string, after: string): readonly WordPart[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** The longest common subsequence, by a table of the lengths that remain from each pair of positions. */
function align(old: readonly string[], now: readonly string[]): readonly WordPart[] {
  const [rows = new Uint32Array(), columns = new Uint32Array()] = numberWords(old, now);
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const word = rows[row];
    for (let at = row * width + now.length - 1, column = now.length - 1; column >= 0; column -= 1, at -= 1) {
      const below = lengths[at + width] ?? 0;
      const right = lengths[at + 1] ?? 0;
      const both = (lengths[at + width + 1] ?? 0) + 1;
      lengths[at] = word === columns[column] ? both : below > right ? below : right;
    }
  }
  const parts: WordPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [was, is] = [old[row], now[column]];
    const at = row * width + column;
    if (was !== undefined && was === is) {
      parts.push({ kind: 'same', text: was });
      row += 1;
      column += 1;
    } else if (
      is === undefined ||
      (was !== undefined && (lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: was ?? '' });
      row += 1;
    } else {
      parts.push({ kind: 'added', text: is });
      column += 1;
    }
  }
  return parts;
}

/** The words of each list as numbers, the same for the same word: thousands of prompts are compared in a run. */
function numberWords(...lists: readonly [readonly string[], readonly string[]]): readonly Uint32Array[] {
  const numbers = new Map<string, number>();
  return lists.map((words) =>
    Uint32Array.from(words, (word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    }),
  );
}

/**
 * Neighbors of one kind become one part. Blanks and punctuation between two changes belong to both of them, so that
 * `red mug` becomes `blue cup` at once, not word by word.
 */
function joinParts(parts: readonly WordPart[]): readonly WordPart[] {
  const joined: WordPart[] = [];
  let [removed, added, between] = ['', '', ''];
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    if (between !== '') joined.push({ kind: 'same', text: between });
    [removed, added, between] = ['', '', ''];
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'same') {
      between += text;
      continue;
    }
    const isChanging = removed !== '' || added !== '';
    if (between !== '' && isChanging && !/[\p{L}\p{N}]/u.test(between)) {
      removed += between;
      added += between;
      between = '';
    } else if (between !== '') flush();
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flush();
  return joined;
}
