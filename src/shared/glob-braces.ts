/** A part of a pattern: text, alternatives, or a range of numbers or letters. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] }
  | { readonly kind: 'range'; readonly count: number; at(index: number): string };

/** A pattern with braces, before it is expanded: `{a,b}`, `{1..9}`, `{01..10..3}`, `{a..f}`, also nested. */
export interface Braces {
  /** The number of texts that it stands for; possibly Infinity. */
  readonly count: number;
  /** All of them. Check `count` first. */
  expand(): readonly string[];
}

/** Reads the braces of a pattern without expanding them. Braces without a comma or range are text, as in a shell. */
export function parseBraces(pattern: string): Braces {
  const closing = matchBraces(pattern);
  const parts = parseParts(pattern, closing, 0, pattern.length);
  return { count: countAll(parts), expand: () => expandAll(parts) };
}

/** The closing brace of each opening one, by index. Braces without a partner are absent. */
function matchBraces(pattern: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    if (pattern[index] === '{') open.push(index);
    const start = pattern[index] === '}' ? open.pop() : undefined;
    if (start !== undefined) closing.set(start, index);
  }
  return closing;
}

function parseParts(
  pattern: string,
  closing: ReadonlyMap<number, number>,
  from: number,
  to: number,
): readonly Part[] {
  const parts: Part[] = [];
  let text = '';
  for (let index = from; index < to; index += 1) {
    const end = closing.get(index);
    const braces = end === undefined ? undefined : parseBrace(pattern, closing, index, end);
    if (end === undefined || braces === undefined) {
      text += pattern[index] ?? '';
      continue;
    }
    parts.push({ kind: 'text', text }, braces);
    text = '';
    index = end;
  }
  return [...parts, { kind: 'text', text }];
}

function parseBrace(
  pattern: string,
  closing: ReadonlyMap<number, number>,
  open: number,
  close: number,
): Part | undefined {
  const range = parseRange(pattern.slice(open + 1, close));
  if (range !== undefined) return range;
  const bounds = [open];
  for (let index = open + 1; index < close; index += 1) {
    index = closing.get(index) ?? index;
    if (pattern[index] === ',') bounds.push(index);
  }
  if (bounds.length === 1) return undefined;
  const options = bounds.map((start, index) =>
    parseParts(pattern, closing, start + 1, bounds[index + 1] ?? close),
  );
  return { kind: 'choice', options };
}

function parseRange(text: string): Part | undefined {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  const letters = numbers === null ? /^([a-z])\.\.([a-z])(?:\.\.(-?\d+))?$/i.exec(text) : null;
  const [, first, last, by = '1'] = numbers ?? letters ?? [];
  if (first === undefined || last === undefined) return undefined;
  const valueOf = (end: string): number => (numbers === null ? (end.codePointAt(0) ?? 0) : Number(end));
  const [start, end] = [valueOf(first), valueOf(last)];
  const step = Math.max(1, Math.abs(Number(by))) * (end < start ? -1 : 1);
  // Beyond safe integers, neighbors are no longer distinct: such a range is never expanded.
  const isSafe = [start, end, step].every((value) => Number.isSafeInteger(value));
  const width = /^-?0\d/.test(first) || /^-?0\d/.test(last) ? Math.max(first.length, last.length) : 0;
  return {
    kind: 'range',
    count: isSafe ? Math.floor((end - start) / step) + 1 : Infinity,
    at(index) {
      const value = start + index * step;
      if (numbers === null) return String.fromCodePoint(value);
      const digits = String(Math.abs(value)).padStart(value < 0 ? width - 1 : width, '0');
      return value < 0 ? `-${digits}` : digits;
    },
  };
}

function countAll(parts: readonly Part[]): number {
  return parts.reduce((product, part) => product * countOne(part), 1);
}

function countOne(part: Part): number {
  switch (part.kind) {
    case 'text':
      return 1;
    case 'range':
      return part.count;
    case 'choice':
      return part.options.reduce((sum, option) => sum + countAll(option), 0);
  }
}

function expandAll(parts: readonly Part[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (starts, part) => {
      const ends = expandOne(part);
      return starts.flatMap((start) => ends.map((end) => start + end));
    },
    [''],
  );
}

function expandOne(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [part.text];
    case 'range':
      return Array.from({ length: part.count }, (_, index) => part.at(index));
    case 'choice':
      return part.options.flatMap(expandAll);
  }
}
