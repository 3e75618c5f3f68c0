import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { escapeHtml } from '../../src/shared/escape-html.ts';
import { toPlainText } from '../../src/shared/plain-text.ts';

describe('escapeHtml', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onerror='x' &amp;`, '&quot; onerror=&#39;x&#39; &amp;amp;'],
    ['two\r\nlines', 'two\nlines'],
    ['\u0000\u001b[31mred', '[31mred'],
    ['half \ud800 pair', 'half \ufffd pair'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
  });

  it('leaves no character that could end a text or an attribute, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        const read = escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(read).toBe(toPlainText(text));
      }),
    );
  });
});
