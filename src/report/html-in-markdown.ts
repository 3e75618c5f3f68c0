import { escapeHtml } from '../shared/escape-html.ts';
import { toPlainLine } from '../shared/plain-text.ts';

/** U+2060, shown as nothing: parts what GitHub would otherwise join to a mention, a reference, an emoji or a link. */
const WORD_JOINER = '\u2060';

/**
 * Text from outside as one line of HTML within a Markdown page on GitHub. Markdown leaves such HTML as it is, but
 * GitHub looks for mentions, references, emoji, formulas and addresses in the text of the page: none comes of it.
 */
export function textInMarkdown(text: string): string {
  const parted = toPlainLine(text)
    .replaceAll(/@|#(?=\d)|:(?=[\w+-]*[a-z][\w+-]*:)|:(?=\/\/)/gi, `$&${WORD_JOINER}`)
    .replaceAll(/www(?=\.)/gi, `$&${WORD_JOINER}`);
  // GitHub's own way round a formula.
  return escapeHtml(parted).replaceAll('$', '<span>$</span>');
}

/**
 * As `textInMarkdown`, shown as code and good for copying: GitHub looks for nothing in code. It may break after
 * punctuation, as a long id or path would make its column too wide for a phone.
 */
export function codeInMarkdown(text: string): string {
  const pieces = toPlainLine(text).split(/(?<=[-_.+@/,])(?=[^-_.+@/,])/);
  return `<code>${pieces.map(escapeHtml).join('<wbr>')}</code>`;
}
