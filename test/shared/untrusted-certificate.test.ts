import { expect, test } from 'vitest';

import { describeUntrusted } from '../../src/shared/untrusted-certificate.ts';

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test.each([
  ['self-signed', withCode('DEPTH_ZERO_SELF_SIGNED_CERT'), /it is self-signed; .*NODE_EXTRA_CA_CERTS/],
  ['of a company', withCode('SELF_SIGNED_CERT_IN_CHAIN'), /does not know signed it; .*NODE_EXTRA_CA_CERTS/],
  ['expired', withCode('CERT_HAS_EXPIRED'), /it has expired$/],
  [
    'beneath another error',
    new Error('fetch failed', { cause: withCode('CERT_NOT_YET_VALID') }),
    /not valid yet$/,
  ],
])('a certificate: %s', (_, error, expected) => {
  expect(describeUntrusted(error)).toMatch(expected);
});

test.each([
  ['another code', withCode('ECONNREFUSED')],
  ['no code', new Error('x')],
  ['text', 'x'],
])('not a certificate: %s', (_, error) => {
  expect(describeUntrusted(error)).toBeUndefined();
});
