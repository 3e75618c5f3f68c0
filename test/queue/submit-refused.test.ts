import { describe, expect, test } from 'vitest';

import { submitTo, TOKEN } from './client-deps.ts';

describe('refused: one POST, nothing charged, the reason reported', () => {
  test.each<[string, number, unknown, string, boolean]>([
    ['bad token as 400', 400, { code: 400004, error: 'UserAccountError' }, 'authentication', true],
    ['bad token as 401', 401, {}, 'authentication', true],
    [
      'no balance as 400',
      400,
      { code: 400002, error: 'InsufficientResources' },
      'insufficient-balance',
      true,
    ],
    ['no balance as 402', 402, {}, 'insufficient-balance', true],
    ['no balance, nested', 400, { error: { code: 400002, message: 'x' } }, 'insufficient-balance', true],
    [
      'no balance, nested by name',
      400,
      { error: { type: 'InsufficientResources' } },
      'insufficient-balance',
      true,
    ],
    ['no balance as a word', 400, { code: 'insufficient_balance' }, 'insufficient-balance', true],
    ['no balance in words', 403, { detail: 'Not enough credits left.' }, 'insufficient-balance', true],
    ['no balance in a 200', 200, { error_code: 'INSUFFICIENT_FUNDS' }, 'insufficient-balance', true],
    [
      'a long text that repeats the prompt',
      422,
      { detail: `The prompt "A bank that has insufficient funds" is ${'very '.repeat(50)}odd.` },
      'invalid-input',
      false,
    ],
    ['wrong model', 400, { code: 400001, error: 'InvalidResourceIdentifier' }, 'wrong-model', true],
    ['no such address', 404, {}, 'wrong-model', true],
    ['not ours', 403, { code: 403001, error: 'PermissionDeniedError' }, 'permission-denied', true],
    ['a filter in front', 403, {}, 'permission-denied', false],
    ['a bad input', 422, { detail: [{ loc: ['prompt'], msg: 'too long' }] }, 'invalid-input', false],
    [
      'story 19: 200 with error_code',
      200,
      { error_code: 400002, error_message: 'x' },
      'insufficient-balance',
      true,
    ],
    [
      'story 19: 200 with a code no one knows',
      200,
      { error_code: 'E17', error_message: 'x' },
      'invalid-input',
      false,
    ],
  ])('%s', async (_, status, body, code, stopsRun) => {
    const { answer, posts } = await submitTo((_request, reply) => {
      reply.json(body, status, { location: 'http://127.0.0.1:1/' });
    });
    expect(answer).toMatchObject({ kind: 'rejected', error: { code, stopsRun } });
    expect(posts).toHaveLength(1);
  });

  test('the message names method, address, status, code, the words of the service, and what to do', async () => {
    const { answer } = await submitTo((_, reply) => {
      reply.json({ code: 400002, error: 'InsufficientResources', message: `no\nmoney for ${TOKEN}` }, 400);
    });
    if (answer.kind !== 'rejected') throw new Error(answer.kind);
    expect(answer.error.message.replace(/:\d+/, ':PORT')).toBe(
      'POST http://127.0.0.1:PORT/v1/models/bytedance/dreamina-4-0/edit answered 400 (code 400002): ' +
        'InsufficientResources: no money for [token]. Top up the balance at runcomfy.com, then run again.',
    );
  });
});
