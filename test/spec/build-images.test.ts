import { expect, test } from 'vitest';

import { parseImageSource } from '../../src/spec/build-images.ts';

test.each([
  ['shots/mug.png', 'shots/mug.png'],
  ['./shots/mug.png', 'shots/mug.png'],
  ['shots/../mug.png', 'mug.png'],
  ['shots/**/*.{jpg,png}', 'shots/**/*.{jpg,png}'],
  ['with blank.png', 'with blank.png'],
])('%j is the repository file %j', (text, pattern) => {
  expect(parseImageSource(text)).toEqual({ ok: true, value: { kind: 'file', pattern } });
});

test.each([
  'https://cdn.example.com/a.jpg',
  'HTTPS://cdn.example.com/a.jpg?X-Signature=a%20b&c=d#e',
  'https://münchen.example/ä.jpg',
  'https://127.0.0.1/a.jpg',
  'https://github.com/acme/shop/raw/main/mug.png',
  'https://github.com/acme/shop/blob/main/mug.png?raw=true',
  'https://blob.example.com/blob/a.png',
])('%j is an address, kept as written', (url) => {
  expect(parseImageSource(url)).toEqual({ ok: true, value: { kind: 'url', url } });
});

test.each([
  ['', 'is empty'],
  [' ', 'is empty'],
  ['http://example.com/a.jpg', 'must start with https://'],
  ['ftp://example.com/a.jpg', 'has the scheme `ftp:`'],
  ['data:image/png;base64,AAAA', 'has the scheme `data:`'],
  ['file:///etc/passwd', 'has the scheme `file:`'],
  ['https://user:secret@example.com/', 'user name or password'],
  ['https://user@example.com/', 'user name or password'],
  ['https:///a.jpg', 'is not a valid'],
  ['https:example.com', 'is not a valid'],
  ['https://exa mple.com/', 'is not a valid'],
  ['https://example.com/a b.jpg', 'is not a valid'],
  ['https://example.com/a\n.jpg', 'is not a valid'],
  ['https://exa<mple.com/', 'is not a valid'],
  [`https://example.com/${'x'.repeat(9000)}`, 'is longer than 8192'],
  [
    'https://github.com/acme/shop/blob/main/shots/mug.png?plain=1',
    'not of the file. Use https://raw.githubusercontent.com/acme/shop/main/shots/mug.png, or',
  ],
  ['https://gitlab.com/a/b/c/-/blob/main/x.png', 'Use https://gitlab.com/a/b/c/-/raw/main/x.png, or'],
  ['https://huggingface.co/a/b/blob/main/x.png', 'Use https://huggingface.co/a/b/resolve/main/x.png, or'],
  ['/etc/passwd', 'is absolute'],
  ['//example.com/a.jpg', 'is absolute'],
  ['C:/a.png', 'is absolute'],
  ['C:\\a.png', 'backslash'],
  ['shots\\a.png', 'backslash'],
  ['../a.png', 'leads out'],
  ['a/../../b.png', 'leads out'],
  ['..', 'leads out'],
  ['**/../../x', 'after a wildcard'],
  ['a\u0007b', 'control character'],
])('%j is refused', (text, why) => {
  const result = parseImageSource(text);
  expect(result.ok ? '' : result.error).toContain(why);
});
