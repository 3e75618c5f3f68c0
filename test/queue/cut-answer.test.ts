import { describe, expect, test } from 'vitest';

import { readCutId } from '../../src/queue/read-cut-id.ts';
import { ACCEPTED, submitTo } from './client-deps.ts';

const LONGEST = 'a'.repeat(128);

describe('the request id of an answer that was cut off', () => {
  test.each([
    ['{"request_id":"req_1-A","status_url":"https://ap', 'req_1-A'],
    ['{"request_id":"req_1-A"', 'req_1-A'],
    [' { "status_url" : "x" ,\n"request_id" : "req_1-A" , ', 'req_1-A'],
    ['{"request_id":"a","copy":{"request_id":"a"', 'a'],
    [`{"request_id":"${LONGEST}",`, LONGEST],
    // Cut in the middle, so that it may be the beginning of another one.
    ['{"request_id":"req_1-', undefined],
    ['{"request_id":"a","next":{"request_id":"b', undefined],
    ['{"request_id":', undefined],
    ['{"status_url":"https://api/v1/requests/req_1', undefined],
    ['', undefined],
    // Two that differ.
    ['{"request_id":"a","request_id":"b","st', undefined],
    ['{"request_id":"a","input":{"request_id":"b"},"st', undefined],
    // No ids at all.
    [`{"request_id":"${LONGEST}a",`, undefined],
    ['{"request_id":"","st', undefined],
    ['{"request_id":"../../v1/other","st', undefined],
    ['{"request_id":"a\\u0062","st', undefined],
    ['{"request_id":17,"st', undefined],
    // Those of something else, or of an error.
    ['{"job":{"request_id":"a"},"st', undefined],
    ['[{"request_id":"a"},', undefined],
    ['<html>"request_id":"a"', undefined],
    ['{"prompt":"say \\"request_id\\":\\"a\\" aloud","st', undefined],
    ['{"error_code":400002,"request_id":"a","st', undefined],
    ['{"request_id":"a","error":"Insuffi', undefined],
  ])('%j: %s', (text, id) => {
    expect(readCutId(text)).toBe(id);
  });
});

const HALF = JSON.stringify(ACCEPTED).slice(0, 40);

test.each([
  [200, 'accepted'],
  [202, 'accepted'],
  [302, 'maybe-sent'],
  [502, 'maybe-sent'],
])('HTTP %i with half of an answer that names its id: %s, and no second POST', async (status, kind) => {
  const { answer, posts } = await submitTo((_, reply) => {
    reply.text(HALF, status);
  });
  expect(answer).toMatchObject(kind === 'accepted' ? { kind, requestId: ACCEPTED.request_id } : { kind });
  expect(posts).toHaveLength(1);
});

test('the connection breaks behind the id: accepted, and no second POST', async () => {
  const { answer, posts } = await submitTo((_, reply) => {
    reply.truncated(ACCEPTED);
  });
  expect(answer).toEqual({ kind: 'accepted', requestId: ACCEPTED.request_id });
  expect(posts).toHaveLength(1);
});
