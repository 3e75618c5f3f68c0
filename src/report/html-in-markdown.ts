import { escapeHtml } from '../shared/escape-html.ts';
import { toPlainLine } from '../shared/plain-text.ts';

/** U+2060, shown as nothing: parts what GitHub would otherwise join to a mention, a reference, an emoji or a link. */
const WORD_JOINER = '\u2060';

/** Where a long word may break, else it makes its column too wide for a phone. One line of text has none of its own. */
const BREAK = '\n';

/**
 * Text from outside as one line of HTML within a Markdown page on GitHub. Markdown leaves such HTML as it is, but
 * GitHub looks for mentions, references, emoji, formulas and addresses in the text of the page: none comes of it.
 */
export function textInMarkdown(text: string): string {
  const parted = toPlainLine(text)
    .replaceAll(/@|#(?=\d)|:(?=[\w+-]*[a-z][\w+-]*:)|:(?=\/\/)/gi, `$&${WORD_JOINER}`)
    .replaceAll(/www(?=\.)/gi, `$&${WORD_JOINER}`)
    .replaceAll(/\S{20}(?=\S)/gu, `$&${BREAK}`);
  // GitHub's own way round a formula.
  return toHtml(parted).replaceAll('$', '<span>$</span>');
}

/** As `textInMarkdown`, shown as code and good for copying: GitHub looks for nothing in code. */
export function codeInMarkdown(text: string): string {
  const parted = toPlainLine(text)
    .replaceAll(/[-_.+@/,]+(?=[^-_.+@/,])/g, `$&${BREAK}`)
    .replaceAll(/[^\n]{16}(?=[^\n])/gu, `$&${BREAK}`);
  return `<code>${toHtml(parted)}</code>`;
}

function toHtml(text: string): string {
  return escapeHtml(text).replaceAll(BREAK, '<wbr>');
}
