import { expect, test } from 'vitest';

import { parseCgiHead } from '../../../demo/git-service/cgi.ts';

test.each([
  ['nothing', ''],
  ['half a head', 'Expires: never\r\n'],
])('%s is no head yet', (_, text) => {
  expect(parseCgiHead(Buffer.from(text))).toBeUndefined();
});

test('a head without a status is a 200, and what follows it is kept', () => {
  const text = 'Expires: Fri, 01 Jan 1980 00:00:00 GMT\r\nContent-Type: a/b\r\n\r\n\r\nbody';
  expect(parseCgiHead(Buffer.from(text))).toEqual({
    status: 200,
    headers: { expires: 'Fri, 01 Jan 1980 00:00:00 GMT', 'content-type': 'a/b' },
    rest: Buffer.from('\r\nbody'),
  });
});

test('a status is a status', () => {
  expect(parseCgiHead(Buffer.from('Status: 403 Forbidden\r\n\r\n'))).toMatchObject({
    status: 403,
    headers: {},
  });
});
