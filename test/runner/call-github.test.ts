import { expect, it } from 'vitest';

import { judgeCallError } from '../../src/runner/call-github.ts';

const DOCS = ' - https://docs.github.com/rest/issues/comments';

function errorOf(message: string, status?: number, headers: Readonly<Record<string, string>> = {}): Error {
  return Object.assign(new Error(message), status !== undefined && { status, response: { headers } });
}

it.each([
  ['denied', 401, 'Bad credentials', {}],
  ['denied', 403, 'Resource not accessible by integration', {}],
  ['denied', 404, 'Not Found', {}],
  ['refused', 403, 'Unable to create comment because issue is locked', {}],
  ['refused', 409, 'Reference cannot be updated', {}],
  ['refused', 410, 'Issues has been disabled in this repository', {}],
  ['refused', 422, 'Validation Failed', {}],
  ['failed', 403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' }],
  ['failed', 429, 'Too many requests', {}],
  ['failed', 500, 'Server Error', {}],
  ['failed', 408, 'Request Timeout', {}],
] as const)('%s: %i %s', (kind, status, message, headers) => {
  expect(judgeCallError(errorOf(`${message}${DOCS}`, status, headers), 0)).toEqual({ kind, why: message });
});

it('knows how long GitHub asks to wait', () => {
  const error = errorOf('You have exceeded a secondary rate limit', 403, { 'retry-after': '7' });
  expect(judgeCallError(error, 0)).toMatchObject({ kind: 'failed', retryAfterMs: 7000 });
});

it('has no full stop of GitHub in the middle of a sentence', () => {
  expect(judgeCallError(errorOf(`Wait.${DOCS}`, 422), 0)).toEqual({ kind: 'refused', why: 'Wait' });
});

it('takes an error without an answer, such as a broken connection, for one that passes', () => {
  expect(judgeCallError(errorOf('fetch failed'), 0)).toEqual({ kind: 'failed', why: 'fetch failed' });
  expect(judgeCallError('odd', 0)).toEqual({ kind: 'failed', why: 'odd' });
});
