import { Composer, Lexer, Parser, YAMLParseError } from 'yaml';
import type { CST, Document, LineCounter } from 'yaml';

import { breathe } from '../shared/breathe.ts';

/** Pieces of text that are parsed at once: some 20 ms. 5,000 edits have 200,000. */
const SLICE = 4096;

const OPTIONS = {
  version: '1.2',
  merge: true,
  // Our own walk finds duplicate keys: the parser would compare every key with every other.
  uniqueKeys: false,
  logLevel: 'error',
} as const;

/**
 * Parses one document of YAML as the parser's own `parseDocument` does, but in slices, so that other work goes on beside it: git
 * answers while a large spec is read, and a signal ends it. Positions in `lines` are complete afterwards. Throws the signal's
 * reason.
 */
export async function readDocument(
  text: string,
  lines: LineCounter,
  signal: AbortSignal,
): Promise<Document.Parsed> {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    pieces += 1;
    if (pieces % SLICE === 0) await breathe(signal);
    for (const token of parser.next(piece)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  const [document, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  if (document === undefined) throw new Error('The parser gave no document');
  if (second !== undefined) {
    const [start, end] = second.range;
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'several documents'));
  }
  return document;
}
