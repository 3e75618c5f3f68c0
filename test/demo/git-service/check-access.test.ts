import { expect, test } from 'vitest';

import { checkAccess } from '../../../demo/git-service/check-access.ts';

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
const mayWrite = { token: 's3cret', readOnly: false };
const mayRead = { token: 's3cret', readOnly: true };

test.each([
  ['the token', basic('x-access-token:s3cret')],
  ['any user with the token', basic(':s3cret')],
  ['the scheme in lower case', basic('a:s3cret').replace('Basic', 'basic')],
])('%s may write', (_, authorization) => {
  expect(checkAccess(mayWrite, 'git-receive-pack', authorization)).toBeUndefined();
});

test.each([
  ['nothing', undefined],
  ['another token', basic('x-access-token:s3cre')],
  ['the token as the user', basic('s3cret:')],
  ['no colon', basic('s3cret')],
  ['another scheme', 'Bearer s3cret'],
  ['no base64', 'Basic s3:cret'],
])('%s is answered 401', (_, authorization) => {
  expect(checkAccess(mayWrite, 'git-upload-pack', authorization)).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="GitHub"' },
  });
});

test('a token that may only read reads, and gets the answer that it may not write', () => {
  expect(checkAccess(mayRead, 'git-upload-pack', basic('a:s3cret'))).toBeUndefined();
  expect(checkAccess(mayRead, 'git-receive-pack', basic('a:s3cret'))).toMatchObject({
    status: 403,
    text: 'Write access to repository not granted.',
  });
});

test('without a token anyone may do anything', () => {
  expect(checkAccess({ readOnly: false }, 'git-receive-pack', undefined)).toBeUndefined();
});
