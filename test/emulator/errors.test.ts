import { describe, expect, it } from 'vitest';
import { createEmulator } from '../../emulator/emulator.ts';
import { call, smallInput, submit, submitPrompt } from './client.ts';

const quick = { serviceMs: 1, render: 'flat' } as const;

describe('the service’s own errors', () => {
  it.each([
    [undefined, 400],
    [401, 401],
  ] as const)('a bad token with authErrors %s is HTTP %i', async (authErrors, status) => {
    await using emulator = await createEmulator({
      ...quick,
      ...(authErrors === undefined ? {} : { authErrors }),
    });
    const answer = await call(emulator, 'GET', `/v1/models/${emulator.modelId}`, undefined, 'stolen');
    expect(answer).toMatchObject({ status, body: { code: 400004, error: 'UserAccountError' } });
    const bare = await fetch(`${emulator.apiUrl}/v1/models/${emulator.modelId}`);
    expect(bare.status).toBe(status);
  });

  it('knows one model and the requests it accepted', async () => {
    await using emulator = await createEmulator(quick);
    const wrong = await call(emulator, 'POST', '/v1/models/bytedance/dreamina-9/edit', {});
    expect(wrong).toMatchObject({ status: 400, body: { code: 400001, error: 'InvalidResourceIdentifier' } });
    for (const verb of ['status', 'result']) {
      const unknown = await call(emulator, 'GET', `/v1/requests/no one/${verb}`);
      expect(unknown).toMatchObject({ status: 404, body: { code: 404001, error: 'ResourceNotFound' } });
    }
    expect(await call(emulator, 'GET', '/v2/requests')).toMatchObject({ status: 404 });
    expect(await call(emulator, 'DELETE', `/v1/models/${emulator.modelId}`)).toMatchObject({ status: 405 });
    expect(await call(emulator, 'POST', '/v1/requests/no one/status')).toMatchObject({ status: 405 });
  });

  it('lets no one read what another account submitted', async () => {
    await using emulator = await createEmulator({ ...quick, otherTokens: ['other'] });
    const id = await submitPrompt(emulator, 'Mine');
    const answer = await call(emulator, 'GET', `/v1/requests/${id}/result`, undefined, 'other');
    expect(answer).toMatchObject({ status: 403, body: { code: 403001, error: 'PermissionDeniedError' } });
  });

  it('accepts nothing that the balance does not cover', async () => {
    await using emulator = await createEmulator({ ...quick, priceUsd: 0.03, balanceUsd: 0.06 });
    await submitPrompt(emulator, 'one');
    await submitPrompt(emulator, 'two');
    const answer = await submit(emulator, await smallInput('three'));
    expect(answer).toMatchObject({ status: 400, body: { code: 400002, error: 'InsufficientResources' } });
    expect(emulator.ledger).toHaveLength(2);
  });

  it('refuses what is no JSON, is not called JSON, or is too large', async () => {
    await using emulator = await createEmulator(quick);
    expect(await submit(emulator, '{"prompt":')).toMatchObject({ status: 400 });
    const typed = await fetch(`${emulator.apiUrl}/v1/models/${emulator.modelId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'text/plain' },
      body: '{}',
    });
    expect(typed.status).toBe(415);
    const large = await submit(emulator, `"${'x'.repeat(64 * 1024 * 1024)}"`);
    expect(large.status).toBe(413);
    expect(emulator.ledger).toHaveLength(0);
  });
});
