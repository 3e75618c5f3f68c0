import { expect, test } from 'vitest';

import { createSigner, judgeSigned } from '../../src/runner/github-commits.ts';
import { realClock } from '../support/clocks.ts';
import { startGitHub } from '../support/github/start-github.ts';

const verification = { signature: null, payload: null, verified_at: null };

test.each([
  [
    'offline',
    { ok: false, error: { kind: 'failed', why: 'Slow down' } },
    'GitHub did not make the commit: Slow down',
  ],
  [
    'denied',
    { ok: false, error: { kind: 'denied', why: 'Not Found' } },
    'GitHub did not make the commit: Not Found',
  ],
  [
    'refused',
    { ok: false, error: { kind: 'refused', why: 'Invalid' } },
    'GitHub did not make the commit: Invalid',
  ],
  [
    'unsigned',
    { ok: true, value: { sha: 'c', verification: { ...verification, verified: false, reason: 'unsigned' } } },
    'GitHub did not sign the commit (unsigned)',
  ],
] as const)('%s', (kind, made, why) => {
  expect(judgeSigned(made)).toEqual({ kind, why });
});

test('a signed commit is named', () => {
  const value = { sha: 'c', verification: { ...verification, verified: true, reason: 'valid' } };
  expect(judgeSigned({ ok: true, value })).toEqual({ kind: 'signed', commit: 'c' });
});

test('a call that the end of the run ends throws its reason, and a token that is not taken is denied', async () => {
  await using github = await startGitHub({ repository: 'acme/shop', token: 'ghs_token' });
  const env = { GITHUB_API_URL: github.url };
  const deps = { env, repository: { owner: 'acme', name: 'shop' }, clock: realClock };
  const order = { tree: '0'.repeat(40), parents: [], message: 'Update' };
  const ended = AbortSignal.abort(new Error('The run is over'));
  await expect(createSigner('ghs_token', deps).create(order, ended)).rejects.toThrow('The run is over');
  const { signal } = new AbortController();
  expect(await createSigner('ghs_other', deps).create(order, signal)).toEqual({
    kind: 'denied',
    why: 'GitHub did not make the commit: Bad credentials',
  });
});
