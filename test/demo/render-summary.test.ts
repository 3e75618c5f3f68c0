import { expect, test } from 'vitest';

import { renderSummaryPage } from '../../demo/render-summary.ts';
import { sanitizeHtml } from '../../demo/sanitize-html.ts';

test('a summary becomes a page of its own', async () => {
  const page = await renderSummaryPage('# Done\n\n| a | b |\n| - | -: |\n| 1 | `x\\|y` |', 'Job <summary>');

  expect(page).toContain('<title>Job &lt;summary></title>');
  expect(page).toContain('<h1>Done</h1>');
  expect(page).toContain('<td align="right"><code>x|y</code></td>');
  expect(page).toContain('prefers-color-scheme: dark');
  expect(page).not.toMatch(/<link|<script|@import/);
});

test.each([
  ['<p align="center">a &lt; b</p>', '<p align="center">a &lt; b</p>'],
  ['<details open><summary>S</summary>x</details>', '<details open=""><summary>S</summary>x</details>'],
  ['a<script>alert(1)</script>b', 'ab'],
  ['<style>p { color: red }</style>', ''],
  ['<!-- hidden -->', ''],
  ['<img src="https://a/b.png" onerror="x()" alt="A">', '<img src="https://a/b.png" alt="A">'],
  ['<img src="data:image/png;base64,AA">', '<img>'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="https://a/?b=1&amp;c=2">x</a>', '<a href="https://a/?b=1&amp;c=2">x</a>'],
  ["<a href='#top'>x</a>", '<a href="#top">x</a>'],
  ['<marquee>x</marquee>', '&lt;marquee>x&lt;/marquee>'],
  ['<P CLASS="x">y</P>', '<p>y</p>'],
  ['1 < 2', '1 &lt; 2'],
])('%s is kept as %s', (html, kept) => {
  expect(sanitizeHtml(html)).toBe(kept);
});
