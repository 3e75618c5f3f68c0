import { parseSync } from 'rolldown/utils';

/** What the bundler writes in front of a module that it joined with others. */
const OF_BUNDLER = /^\s*CONCATENATED MODULE: /;

/**
 * The comments of a module's code that are about copyright, each once and without the marks of a comment: licenses ask that they go with the
 * code, and not all of them are in a package's license file. Lines that follow each other are one comment.
 */
export function listNotices(name: string, code: string): readonly string[] {
  const groups: { type: string; end: number; lines: string[] }[] = [];
  for (const { type, value, start, end } of parseSync(name, code).comments) {
    if (OF_BUNDLER.test(value)) continue;
    const lines = value.split('\n').map((line) => line.replace(/^\s*[*!]?\s?/, '').trimEnd());
    const last = groups.at(-1);
    if (type === 'Line' && last?.type === 'Line' && /^\n\s*$/.test(code.slice(last.end, start))) {
      last.lines.push(...lines);
      last.end = end;
    } else groups.push({ type, end, lines });
  }
  const texts = groups.map(({ lines }) => lines.join('\n').trim());
  return [...new Set(texts.filter((text) => /copyright/i.test(text)))];
}
