import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRedactor } from '../../src/queue/redact.ts';

const redact = createRedactor('a+b/c"d');

test.each([
  ['the token', 'no a+b/c"d here', 'no [token] here'],
  ['the token in a URL', 'x?t=a%2Bb%2Fc%22d', 'x?t=[token]'],
  ['the token in JSON', '{"t":"a+b/c\\"d"}', '{"t":"[token]"}'],
  ['several lines', ' one\r\n\ttwo\u2028three\u0007 ', 'one two three'],
  [
    'a signed address',
    'get "https://h.example/a.png?sig=geheim#x" now',
    'get "https://h.example/a.png?..." now',
  ],
  ['a picture', 'bad data:image/png;base64,iVBORw0KGgo= here', 'bad data:image/png;base64,... here'],
  ['a bidirectional override', 'a\u202Eb', 'a b'],
])('%s', (_, text, expected) => {
  expect(redact(text)).toBe(expected);
});

test('a long text is cut to 300 characters, never through a character or the token', () => {
  expect(redact('x'.repeat(400))).toBe(`${'x'.repeat(297)}...`);
  expect(redact(`${'x'.repeat(296)}🖼${'x'.repeat(50)}`)).toBe(`${'x'.repeat(296)}...`);
  expect(redact(`${'x'.repeat(295)}a+b/c"d`)).not.toContain('a+b');
});

test('without a token nothing is taken out', () => {
  expect(createRedactor('')('abc')).toBe('abc');
});

test('the token never comes through', () => {
  const token = fc.stringMatching(/^[\w%+"\\/-]{8,40}$/);
  fc.assert(
    fc.property(token, fc.string(), fc.string(), (secret, before, after) => {
      const clean = createRedactor(secret)(`${before}${secret}${after} ${encodeURIComponent(secret)}`);
      return !clean.includes(secret) && clean.length <= 300;
    }),
  );
});
