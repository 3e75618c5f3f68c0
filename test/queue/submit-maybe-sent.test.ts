import { describe, expect, test } from 'vitest';

import type { SubmitAnswer } from '../../src/queue/types.ts';
import { ACCEPTED, submitTo } from './client-deps.ts';

interface Lost {
  readonly status?: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

describe('story 1: accepted, and then the answer is lost: exactly one POST, its fate unclear', () => {
  test.each<[string, Lost]>([
    ['500', { status: 500, body: { error: 'InternalError' } }],
    ['502 HTML', { status: 502, text: '<html><title>Bad Gateway</title></html>' }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }],
    ['503 that claims a bad token', { status: 503, body: { code: 400004, error: 'UserAccountError' } }],
    ['504', { status: 504 }],
    ['408', { status: 408 }],
    ['499', { status: 499 }],
    ['HTML with 200', { text: '<html>hello</html>' }],
    ['an empty 200', { text: '' }],
    ['a JSON array', { body: [ACCEPTED] }],
    ['200 without an id', { body: { status_url: 'x' } }],
    ['200 with an id that leads to another path', { body: { request_id: '../../v1/other' } }],
    ['200 with an id that is no text', { body: { request_id: 17 } }],
    ['a redirect, which is not followed', { status: 303, body: { request_id: 'a' } }],
    ['200 with an error and an id', { body: { request_id: 'a', error_code: 400002 } }],
    ['200 with an error inside the service', { body: { error_code: 500001, error_message: 'x' } }],
  ])('%s', async (_, { status, body, text, headers }) => {
    const { answer, posts } = await submitTo((_request, reply) => {
      reply.text(text ?? JSON.stringify(body ?? {}), status, headers);
    });
    expectUnclear(answer);
    expect(posts).toHaveLength(1);
  });

  test('the connection is reset', async () => {
    const { answer, posts } = await submitTo((_, reply) => {
      reply.reset();
    });
    expectUnclear(answer);
    expect(posts).toHaveLength(1);
  });

  test('JSON that breaks off before its request id', async () => {
    const { answer, posts } = await submitTo((_, reply) => {
      reply.truncated({ a_word_of_welcome: 'Hello. '.repeat(30), ...ACCEPTED });
    });
    expectUnclear(answer);
    expect(posts).toHaveLength(1);
  });
});

function expectUnclear(answer: SubmitAnswer): void {
  if (answer.kind !== 'maybe-sent') throw new Error(answer.kind);
  expect(answer.error.message).toContain('may have been accepted and charged');
  expect(answer.error.message).not.toContain('run again later');
}
