import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';

import { escapeMarkdown, markdownCode, markdownSentence } from '../../src/shared/escape-markdown.ts';
import { toPlainLine } from '../../src/shared/plain-text.ts';
import { shownText } from './shown-text.ts';

/** Pieces that mean something to Markdown, HTML or GitHub, mixed with any text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '|',
          '\\',
          '`',
          '```',
          '*',
          '__',
          '~~',
          '[',
          ']',
          '](',
          '![',
          '(',
          ')',
          '<',
          '>',
          '<b>',
          '</td>',
          '<!--',
        ],
        ...[
          '@octocat',
          '#12',
          ':smile:',
          '$x$',
          '&amp;',
          '&#124;',
          '\n',
          '\r\n',
          '\n\n# h',
          '\n- ',
          '1. ',
          '1) ',
          '---',
        ],
        ...['https://e.x', 'www.e.x', 'a@b.cd', '==', '    ', '\t', '<script>', '[x]: /u', '[^1]', ' '],
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const withoutJoiners = (text: string): string => text.replaceAll('\u2060', '');

describe('escapeMarkdown', () => {
  it.each([
    ['plain words, (round) and "quoted"!', 'plain words, (round) and "quoted"!'],
    ['a|b', 'a&#124;b'],
    ['*bold* _it_ `code` ~~no~~', '\\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~'],
    ['![x](y)', '!&#91;x&#93;(y)'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['two\nlines', 'two lines'],
    ['hi @octocat', 'hi @\u2060octocat'],
    ['see #12, not # 12', 'see #\u206012, not # 12'],
    [':tada: at 12:30:45', ':\u2060tada: at 12:30:45'],
    ['https://e.x and www.e.x', 'https\\://e.x and www\\.e.x'],
    ['$5', '<span>$</span>5'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['\u202egnp.exe\u0007', 'gnp.exe'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('shows exactly the text, in one cell of a table, without any markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = marked.parse(`| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | end |\n`, {
          async: false,
        });
        const cells = [...html.matchAll(/<td>([^]*?)<\/td>/g)].map(([, cell]) => cell ?? '');
        expect(cells).toHaveLength(2);
        expect(cells[0]?.replaceAll(/<\/?span>/g, '')).not.toMatch(/[<>]/);
        expect(withoutJoiners(shownText(cells[0] ?? ''))).toBe(withoutJoiners(toPlainLine(text)));
        expect(cells[1]).toBe('end');
      }),
      { numRuns: 500 },
    );
  });

  it('shows exactly the text in a list item', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = marked.parse(`- ${escapeMarkdown(`x${text}`)}\n`, { async: false });
        const [, item = ''] = /^<ul>\n<li>([^]*)<\/li>\n<\/ul>\n$/.exec(html) ?? [];
        expect(item.replaceAll(/<\/?span>/g, '')).not.toMatch(/[<>]/);
        expect(withoutJoiners(shownText(item))).toBe(withoutJoiners(toPlainLine(`x${text}`)));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing that GitHub finds in rendered text: mentions, references, emoji', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shownText(escapeMarkdown(text))).not.toMatch(/@\w|#\d|:[\w+-]*[a-z][\w+-]*:/i);
        expect(escapeMarkdown(text)).not.toMatch(/\$(?!<\/span>)/);
      }),
    );
  });
});

describe('markdownCode', () => {
  it.each([
    ['hero@beach', '`hero@beach`'],
    ['C:\\out\\*_[x]<b>', '`C:\\out\\*_[x]<b>`'],
    ['a|`b`', '<code>a&#124;\\`b\\`</code>'],
    ['', '<code></code>'],
  ])('%j becomes %j', (text, code) => {
    expect(markdownCode(text)).toBe(code);
  });

  it('shows exactly the text, in one cell of a table', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = marked.parse(`| a |\n| --- |\n| ${markdownCode(text)} |\n`, { async: false });
        const [, cell = ''] = /<td><code>([^]*)<\/code><\/td>/.exec(html) ?? [];
        expect(cell.replaceAll(/<\/?span>/g, '')).not.toMatch(/[<>]/);
        expect(withoutJoiners(shownText(cell))).toBe(withoutJoiners(toPlainLine(text)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('markdownSentence', () => {
  it.each([
    ['Set `on-unknown: resubmit`, please.', 'Set <code>on-unknown: resubmit</code>, please.'],
    ['`a``b` and ` alone', '<code>a</code><code>b</code> and \\` alone'],
    ['`<b>|*x*`', '<code>&lt;b&gt;&#124;\\*x\\*</code>'],
  ])('%j becomes %j', (text, sentence) => {
    expect(markdownSentence(text)).toBe(sentence);
  });

  it('shows the text in one cell of a table, with no markup but code', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = marked.parse(`| a |\n| --- |\n| ${markdownSentence(text)} |\n`, { async: false });
        const [, cell = ''] = /<td>([^]*)<\/td>/.exec(html) ?? [];
        expect(cell.replaceAll(/<\/?(?:span|code)>/g, '')).not.toMatch(/[<>]/);
        const bare = (shown: string): string => withoutJoiners(shown).replaceAll(/[`\s]/g, '');
        expect(bare(shownText(cell))).toBe(bare(toPlainLine(text)));
      }),
      { numRuns: 300 },
    );
  });
});
