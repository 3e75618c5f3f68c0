import { escapeHtml } from '../shared/escape-html.ts';
import { WORD_JOINER } from '../shared/escape-markdown.ts';
import { toPlainLine } from '../shared/plain-text.ts';

/** Marks where a long word may break, so that it does not make its column too wide for a phone. The text is a single line, so it has no line feed of its own. */
const BREAK = '\n';

/**
 * Text from outside as one line of HTML within a Markdown page on GitHub. Markdown leaves such HTML as it is, but
 * GitHub turns mentions, references, emoji, formulas and URLs in the page's text into markup. This prevents that.
 */
export function textInMarkdown(text: string): string {
  const parted = toPlainLine(text)
    .replaceAll(/@|#(?=\d)|:(?=[\w+-]*[a-z][\w+-]*:)|:(?=\/\/)/gi, `$&${WORD_JOINER}`)
    .replaceAll(/www(?=\.)/gi, `$&${WORD_JOINER}`)
    .replaceAll(/\S{20}(?=\S)/gu, `$&${BREAK}`);
  // GitHub's documented way to show a dollar sign that does not begin a formula.
  return toHtml(parted).replaceAll('$', '<span>$</span>');
}

/** As `textInMarkdown`, but shown as code, so that it can be copied: GitHub turns nothing in code into markup. */
export function codeInMarkdown(text: string): string {
  const parted = toPlainLine(text)
    .replaceAll(/[-_.+@/,]+(?=[^-_.+@/,])/g, `$&${BREAK}`)
    .replaceAll(/[^\n]{16}(?=[^\n])/gu, `$&${BREAK}`);
  return `<code>${toHtml(parted)}</code>`;
}

/** As `codeInMarkdown`, as a link if there is an address. */
export function linkedCode(text: string, address: string | undefined): string {
  const code = codeInMarkdown(text);
  return address === undefined ? code : `<a href="${escapeHtml(address)}">${code}</a>`;
}

function toHtml(text: string): string {
  return escapeHtml(text).replaceAll(BREAK, '<wbr>');
}
