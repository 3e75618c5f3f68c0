/** JSON's strings, with the colon that makes one a key, and its braces. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;

const [SPACE, COLON, BACKSLASH] = [0x20, 0x3a, 0x5c];

/** A key whose value, or that of another key of the same name, would be lost by reading. */
export interface LostKey {
  readonly key: string;
  /** What is wrong with the key: the end of a clause about it. */
  readonly fault: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/**
 * The first key that occurs twice in one object of a valid JSON text, as a merge of two files may leave it: `JSON.parse`
 * keeps the last one and silently drops the others. `__proto__` is lost in the same way when its result is used. `value` is what
 * `JSON.parse` made of the text.
 */
export function findLostKey(text: string, value: unknown): LostKey | undefined {
  // Counting is quicker than a search.
  return countKeys(text) === countKept(value) ? undefined : searchLostKey(text);
}

/** How many keys a valid JSON text has. */
function countKeys(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    let next = end + 1;
    while (isBlank(text.charCodeAt(next))) next += 1;
    if (text.charCodeAt(next) === COLON) count += 1;
    start = text.indexOf('"', next);
  }
  return count;
}

/** JSON's blanks: all its other characters have higher codes. */
function isBlank(code: number): boolean {
  return code <= SPACE;
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (quote - before) % 2 === 1;
}

/** How many keys a value from JSON has; without a number if one of them is `__proto__`. */
function countKept(value: unknown): number {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const top = open.pop();
    if (typeof top !== 'object' || top === null) continue;
    if (Array.isArray(top)) {
      for (const inner of top as readonly unknown[]) if (typeof inner === 'object') open.push(inner);
      continue;
    }
    for (const key of Object.keys(top)) {
      if (key === '__proto__') return Number.NaN;
      count += 1;
      const inner = (top as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === 'object') open.push(inner);
    }
  }
  return count;
}

function searchLostKey(text: string): LostKey | undefined {
  const objects: Set<unknown>[] = [];
  for (const { 0: token, 1: colon, index } of text.matchAll(TOKEN)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (colon !== undefined) {
      // With escapes in it, it is the same key.
      const key = String(JSON.parse(token.slice(0, -colon.length)));
      if (key === '__proto__') return { key, fault: 'is not allowed', offset: index };
      if (objects.at(-1)?.has(key) === true) return { key, fault: 'occurs twice', offset: index };
      objects.at(-1)?.add(key);
    }
  }
  return undefined;
}
