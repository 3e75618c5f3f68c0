import type { WordPart } from '../../plan/review/types.ts';
import { escapeMarkdown } from '../../shared/escape-markdown.ts';
import { toPlainText } from '../../shared/plain-text.ts';

/** A longer part that did not change is cut in its middle, where nothing happens. In characters. */
const SAME_CHARACTERS = 120;
const CONTEXT_CHARACTERS = 50;

/** As much of a part that changed as is shown. */
const CHANGED_CHARACTERS = 900;

/** A word diff on one line of GitHub Markdown: what is removed is struck out, what is added is underlined and bold. */
export function renderWords(words: readonly WordPart[]): string {
  return words
    .map(({ kind, text }, index) => {
      if (kind === 'same')
        return spaced(text, escapeMarkdown(cutMiddle(text, index === 0, index === words.length - 1)));
      const shown = showChanged(text);
      if (kind === 'removed')
        return `${spaced(text, `<del>${shown}</del>`)}${gapAfter(text, words[index + 1])}`;
      return spaced(text, `<ins><b>${shown}</b></ins>`);
    })
    .join('')
    .trim();
}

/** Between what is removed and what is added in its place. */
function gapAfter(text: string, next: WordPart | undefined): string {
  return next?.kind === 'added' && !/\s$/.test(text) && !/^\s/.test(next.text) ? ' ' : '';
}

/** The blanks around a text, which its escaped form lacks, as one blank each; never for a text of blanks only. */
function spaced(text: string, shown: string): string {
  if (text.trim() === '') return shown === '' ? ' ' : shown;
  return `${/^\s/.test(text) ? ' ' : ''}${shown}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A change that shows nothing itself still shows that there is one. */
function showChanged(text: string): string {
  const plain = toPlainText(text);
  if (plain === '') return '(invisible)';
  if (plain.trim() === '') return plain.replaceAll('\n', '↵').replaceAll(/\s/g, '␣');
  return escapeMarkdown(cut(plain, CHANGED_CHARACTERS));
}

/** A long text without its middle; at the start or the end of the whole, only the side next to a change is kept. */
function cutMiddle(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= SAME_CHARACTERS) return text;
  const most = 2 * SAME_CHARACTERS;
  const characters = Array.from(text.length <= most ? text : `${text.slice(0, most)}${text.slice(-most)}`);
  if (characters.length <= SAME_CHARACTERS) return text;
  const head = characters.slice(0, CONTEXT_CHARACTERS).join('').replace(/\S*$/, '');
  const tail = characters.slice(-CONTEXT_CHARACTERS).join('').replace(/^\S*/, '');
  if (isFirst && !isLast) return `…${tail}`;
  if (isLast && !isFirst) return `${head}…`;
  return `${head}…${tail}`;
}

function cut(text: string, max: number): string {
  const characters = Array.from(text.slice(0, 2 * max + 2));
  return characters.length <= max ? text : `${characters.slice(0, max).join('')}…`;
}
