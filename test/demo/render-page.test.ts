import { expect, test } from 'vitest';

import { renderPage } from '../../demo/render-page.ts';
import { sanitizeHtml } from '../../demo/sanitize-html.ts';

test('a summary becomes a page of its own', async () => {
  const page = await renderPage('# Done\n\n| a | b |\n| - | -: |\n| 1 | `x\\|y` |', 'Job <summary>');

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
  ['<code>a@<wbr>b</code>', '<code>a@<wbr>b</code>'],
  ['<td valign="top" width="50%">x</td>', '<td valign="top" width="50%">x</td>'],
  ['1 < 2', '1 &lt; 2'],
])('%s becomes %s', (html, safe) => {
  expect(sanitizeHtml(html)).toBe(safe);
});

test.each([
  ['<img src="a/b.jpg">', '<img src="a/b.jpg">'],
  ['<img src="Jos%C3%A9.jpg">', '<img src="Jos%C3%A9.jpg">'],
  ['<img src="javascript:x">', '<img>'],
  ['<img src="data:image/png;base64,AA">', '<img>'],
])('%s in a page among files becomes %s', (html, safe) => {
  expect(sanitizeHtml(html, true)).toBe(safe);
});

test('what is on the server is shown from the copy, in a file of the server also by relative address', async () => {
  const copy = { server: 'https://a/o/r/blob/1/', folder: 'branch' };
  const absolute = '[x](https://a/o/r/blob/1/b/c%20d.jpg?raw=true) [y](https://a/o/r) [z](#z)';

  const summary = await renderPage(`${absolute} ![w](w.jpg)`, 'Summary', { ...copy, isOnServer: false });
  expect(summary).toContain(
    '<a href="branch/b/c%20d.jpg">x</a> <a href="https://a/o/r">y</a> <a href="#z">z</a> <img alt="w">',
  );
  const readme = await renderPage(`${absolute} ![w](w.jpg)`, 'Branch', { ...copy, isOnServer: true });
  expect(readme).toContain('<a href="branch/b/c%20d.jpg">x</a> <a href="https://a/o/r">y</a>');
  expect(readme).toContain('<img src="branch/w.jpg" alt="w">');
});
