import { isMap, isNode, isSeq, parseDocument } from 'yaml';

/** Parsing with positions takes seconds for more; problems in such a file name its first line. */
const MAX_CHARACTERS = 2_000_000;

/** A position in a text: line and column from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** The position of the character at `offset`. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * Finds a value in a JSON text: the deepest part of its path that exists. The text is parsed once, and only when the
 * locator is used, as that takes far longer than reading it.
 */
export function createLocator(text: string): (path: readonly PropertyKey[]) => TextPosition {
  if (text.length > MAX_CHARACTERS) return () => ({ line: 1, column: 1 });
  let document: ReturnType<typeof parseDocument> | undefined;
  return (path) => {
    // JSON is YAML, whose parser keeps positions and reads on after a mistake.
    document ??= parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    const [error] = document.errors;
    let offset = path.length === 0 && error !== undefined ? error.pos[0] : 0;
    let node: unknown = document.contents;
    for (const step of path) {
      const inner: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
      if (!isNode(inner)) break;
      node = inner;
      offset = inner.range?.[0] ?? offset;
    }
    return positionAt(text, offset);
  };
}
