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
  const [old, now] = [splitWords(before), splitWords(after)];
  const start = countEqual(old, now, (words, index) => words[index]);
  const rest = [old.slice(start), now.slice(start)] as const;
  const end = countEqual(...rest, (words, index) => words[words.length - 1 - index]);
  const middle = [rest[0].slice(0, rest[0].length - end), rest[1].slice(0, rest[1].length - end)] as const;
  return joinParts([
    ...now.slice(0, start).map((text): WordPart => ({ kind: 'same', text })),
    ...(middle[0].length * middle[1].length > MOST_PAIRS ? replaceAll(...middle) : align(...middle)),
    ...rest[1].slice(rest[1].length - end).map((text): WordPart => ({ kind: 'same', text })),
  ]);
}

/** Words, and what is between them. */
function splitWords(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function countEqual(
  one: readonly string[],
  other: readonly string[],
  at: (words: readonly string[], index: number) => string | undefined,
): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && at(one, count) === at(other, count)) count += 1;
  return count;
}

function replaceAll(old: readonly string[], now: readonly string[]): readonly WordPart[] {
  return [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: now.join('') },
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
