import { expect, test } from 'vitest';

import { ACCEPTED, INPUT, submitTo, TOKEN } from './client-deps.ts';

test('an accepted submit: the input as the model wants it, the token as a bearer, the id back', async () => {
  const { answer, posts } = await submitTo((_, reply) => {
    reply.json(ACCEPTED);
  });
  expect(answer).toEqual({ kind: 'accepted', requestId: 'req_1-A' });
  expect(posts).toHaveLength(1);
  expect(JSON.parse(posts[0]?.body ?? '')).toEqual(INPUT);
  expect(posts[0]?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
    connection: 'close',
    'user-agent': 'dreamina-edit-action',
  });
});
