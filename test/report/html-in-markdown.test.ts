import fc from 'fast-check';
import { marked } from 'marked';
import { expect, it } from 'vitest';

import { codeInMarkdown, textInMarkdown } from '../../src/report/html-in-markdown.ts';
import { renderGrid } from '../../src/report/picture-grid.ts';
import { toPlainLine } from '../../src/shared/plain-text.ts';
import { shownText } from '../shared/shown-text.ts';

/** Pieces that mean something to Markdown, HTML or GitHub, mixed with any text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['|', '\\', '`', '```', '*b*', '[x](y)', '![', '</td></table>', '<!--', '<script>', '&lt;'],
        ...['@octocat', '#12', ':smile:', '$x$', '\n', '\n\n# h', '\u2028', '\u202e', '"', "'", '=', '  '],
        ...['https://e.x', 'www.e.x', '<https://e.x>', '    code', '\t', '\n\n\n- a', '---'],
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const withoutJoiners = (text: string): string => text.replaceAll('\u2060', '');

it.each([
  ['plain words, *stars* and `ticks`', 'plain words, *stars* and `ticks`'],
  ['<b>"it\'s"</b> & co', '&lt;b&gt;&quot;it&#39;s&quot;&lt;/b&gt; &amp; co'],
  ['two\n\nlines', 'two lines'],
  ['@octocat #12 :tada: 12:30', '@\u2060octocat #\u206012 :\u2060tada: 12:30'],
  ['https://e.x www.e.x', 'https:\u2060//e.x www\u2060.e.x'],
  ['$5', '<span>$</span>5'],
  ['\u202egnp.exe', 'gnp.exe'],
  [`${'x'.repeat(40)} y`, `${'x'.repeat(20)}<wbr>${'x'.repeat(20)} y`],
])('%j becomes %j', (text, html) => {
  expect(textInMarkdown(text)).toBe(html);
});

it.each([
  ['hero@beach', '<code>hero@<wbr>beach</code>'],
  ['a--b/c_d.e', '<code>a--<wbr>b/<wbr>c_<wbr>d.<wbr>e</code>'],
  ['a'.repeat(17), `<code>${'a'.repeat(16)}<wbr>a</code>`],
  ['<i>', '<code>&lt;i&gt;</code>'],
])('code: %j becomes %j', (text, html) => {
  expect(codeInMarkdown(text)).toBe(html);
});

it('shows exactly the text in a cell, and the cell after it is where it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const grid = renderGrid([textInMarkdown(text), codeInMarkdown(text), 'end'], 2);
      const html = marked.parse(`# Title\n\n${grid}\n*after*\n`, { async: false });
      const cells = [...html.matchAll(/<td valign="top" width="50%">(.*?)<\/td>/g)].map(
        ([, cell = '']) => cell,
      );
      expect(cells).toHaveLength(3);
      for (const cell of cells.slice(0, 2)) {
        expect(cell.replaceAll(/<\/?(?:span|code|wbr)>/g, '')).not.toMatch(/[<>]/);
        expect(withoutJoiners(shownText(cell))).toBe(withoutJoiners(toPlainLine(text)));
      }
      expect(cells[2]).toBe('end');
      expect(html).toMatch(/<\/table>\s*<p><em>after<\/em><\/p>\n$/);
    }),
    { numRuns: 500 },
  );
});

it('leaves nothing that GitHub finds in rendered text: mentions, references, emoji, addresses', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(shownText(textInMarkdown(text))).not.toMatch(/@\w|#\d|:[\w+-]*[a-z][\w+-]*:|:\/\/|www\./i);
      expect(textInMarkdown(text)).not.toMatch(/\$(?!<\/span>)/);
    }),
  );
});
