/** JSON's strings, with the colon that makes one a key, and its braces. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;

/** A key whose value, or that of another of its name, would be lost by reading. */
export interface LostKey {
  readonly key: string;
  /** End of a sentence about the key. */
  readonly fault: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/**
 * The first key of a valid JSON text that stands there twice, as two merged files leave it: `JSON.parse` takes the last
 * and drops the others without a word. So it goes for `__proto__` in what is made of its result.
 */
export function findLostKey(text: string): LostKey | undefined {
  const objects: Set<unknown>[] = [];
  for (const { 0: token, 1: colon, index } of text.matchAll(TOKEN)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (colon !== undefined) {
      // Spelled with escapes it is the same key.
      const key = String(JSON.parse(token.slice(0, -colon.length)));
      if (key === '__proto__') return { key, fault: 'cannot be one', offset: index };
      if (objects.at(-1)?.has(key) === true) return { key, fault: 'stands there twice', offset: index };
      objects.at(-1)?.add(key);
    }
  }
  return undefined;
}
