/** JSON's strings, with the colon that makes one a key, and its braces. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;

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
 * keeps the last one and silently drops the others. `__proto__` is lost in the same way when its result is used.
 */
export function findLostKey(text: string): LostKey | undefined {
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
