import type { LockEntry, LockedRenditions } from '../../lock/types.ts';
import { ON_LINES, renderPictureElement } from '../../pictures/picture-element.ts';
import { listCurrentSets } from '../../pictures/pictures-file.ts';
import { toPlainLine } from '../../shared/plain-text.ts';
import { codeInMarkdown } from '../html-in-markdown.ts';

/**
 * The `<picture>` elements of an edit's renditions as blocks of code, which GitHub gives a button that copies them; empty if the edit
 * has none. It has blank lines, so it cannot be part of a table.
 */
export function renderSnippet(
  id: string,
  { files, alt = '' }: Pick<LockEntry, 'files' | 'alt'>,
  renditions: LockedRenditions,
): string {
  const blocks = files.flatMap((file) =>
    listCurrentSets(file, renditions).map(({ record: { color }, files: made }) => {
      // On one line, so that no line of it can end the block.
      const element = renderPictureElement(made, file, { alt: toPlainLine(alt), color }, ON_LINES);
      return ['```html', element, '```', ''].join('\n');
    }),
  );
  if (blocks.length === 0) return '';
  return ['<details>', `<summary>${codeInMarkdown(id)}</summary>`, '', ...blocks, '</details>', ''].join(
    '\n',
  );
}
