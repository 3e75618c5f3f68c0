import { toPlainLine } from './plain-text.ts';

/** U+2060, which is invisible: it breaks up what GitHub would otherwise turn into a mention, a reference, an emoji or a link. */
export const WORD_JOINER = '\u2060';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A backslash would do mostly; the entity does in tables and in the text of links too.
  '|': '&#124;',
  '[': '&#91;',
  ']': '&#93;',
  // GitHub takes text between two dollar signs for a formula; this is its documented way round.
  $: '<span>$</span>',
};

/**
 * Text from outside as GitHub Markdown that shows just that text, on one line: fit for a table's cell, a list
 * item or the middle of a sentence. No markup, HTML, link, @mention, #reference, formula or emoji comes of it.
 */
export function escapeMarkdown(text: string): string {
  return escapeLine(toPlainLine(text));
}

/** As `escapeMarkdown`, shown as code and good for copying: for ids, paths and request ids. */
export function markdownCode(text: string): string {
  const line = toPlainLine(text);
  // A code span takes all but these two as they are, in a table too.
  return line === '' || /[`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}

/**
 * As `escapeMarkdown`, but text between two backticks is shown as code, as in the messages of this action. Text from
 * outside in such a message can turn itself into code this way, and into nothing else.
 */
export function markdownSentence(text: string): string {
  return toPlainLine(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeLine(part)}</code>` : escapeLine(part)))
    .join('');
}

/** A few words of ours, such as `0.03 USD`, that a narrow column does not break. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '&nbsp;');
}

/** A text of ours whose amount of money a narrow column does not break. */
export function keepMoneyWhole(text: string): string {
  return text.replaceAll(' USD', unbroken(' USD'));
}

function escapeLine(line: string): string {
  return (
    line
      // These are found in the rendered text, so a backslash would not stop them.
      .replaceAll(/@|#(?=\d)|:(?=[\w+-]*[a-z][\w+-]*:)/gi, `$&${WORD_JOINER}`)
      .replaceAll(/[&<>|[\]$\\`*_~]|:(?=\/\/)/g, (character) => ESCAPES[character] ?? `\\${character}`)
      .replaceAll(/www(?=\.)/gi, '$&\\')
      // What makes a heading, a list or a rule where a line begins.
      .replace(/^(?=[#+=-])/, '\\')
      .replace(/^(\d+)(?=[.)])/, '$1\\')
  );
}
