import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';

/** Parsing with positions takes seconds for more; such a file is told of at its first line. */
const MAX_CHARACTERS = 2_000_000;

/** Where a value stands in a JSON text, as line and column from 1: the deepest part of `path` that is there. */
export function locateInJson(
  text: string,
  path: readonly PropertyKey[],
): { readonly line: number; readonly column: number } {
  if (text.length > MAX_CHARACTERS) return { line: 1, column: 1 };
  const lines = new LineCounter();
  // JSON is YAML, whose parser keeps positions and reads on after a mistake.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  const [error] = document.errors;
  let offset = path.length === 0 && error !== undefined ? error.pos[0] : 0;
  let node: unknown = document.contents;
  for (const step of path) {
    const inner: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (!isNode(inner)) break;
    node = inner;
    offset = inner.range?.[0] ?? offset;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
