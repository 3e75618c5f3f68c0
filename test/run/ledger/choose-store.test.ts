import { expect, it } from 'vitest';

import { chooseStore } from '../../../src/run/ledger/choose-store.ts';
import type { ActionInputs } from '../../../src/inputs/types.ts';
import { createRunStage } from '../run-stage.ts';

const { signal } = new AbortController();
/** As the runner sets them; nothing is asked of the service when a store is opened. */
const CACHE = {
  ACTIONS_RUNTIME_TOKEN: 'token',
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
  ACTIONS_CACHE_SERVICE_V2: 'True',
};

it.each<[Partial<ActionInputs>, { hasCache?: boolean; readOnly?: boolean }, string]>([
  [{ ledger: 'none' }, { hasCache: true }, 'none'],
  [{ ledger: 'git' }, { hasCache: true, readOnly: true }, 'git'],
  [{ ledger: 'cache' }, { hasCache: true }, 'cache'],
  [{ ledger: 'cache' }, {}, 'denied'],
  [{ ledger: 'auto' }, { hasCache: true }, 'git'],
  [{ ledger: 'auto' }, { hasCache: true, readOnly: true }, 'cache'],
  [{ ledger: 'auto' }, { readOnly: true }, 'git'],
  [{ ledger: 'auto', deliver: ['branch'] }, { hasCache: true, readOnly: true }, 'git'],
  [{ ledger: 'auto', githubToken: '' }, { hasCache: true }, 'cache'],
  [{ ledger: 'auto', githubToken: '' }, {}, 'none'],
])('%j with %j: %s', async (inputs, { hasCache = false, readOnly = false }, expected) => {
  await using stage = await createRunStage();
  await using here = await stage.world('');
  stage.git.readOnly = readOnly;
  const world = { ...here.world, env: { ...here.world.env, ...(hasCache && CACHE) } };
  const chosen = await chooseStore(stage.inputs({ deliver: ['artifact'], ...inputs }), world, signal);
  expect(chosen.ok ? chosen.value.kind : chosen.error.kind).toBe(expected);
  if (!chosen.ok) return;
  const fault = readOnly && chosen.value.kind === 'git' ? 'denied' : undefined;
  expect((await chosen.value.findWriteFault(signal))?.kind).toBe(fault);
  await chosen.value[Symbol.asyncDispose]();
});

it('says why if it takes the cache instead', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world('');
  stage.git.readOnly = true;
  const world = { ...here.world, env: { ...here.world.env, ...CACHE } };
  const chosen = await chooseStore(stage.inputs({ deliver: ['artifact'], ledger: 'auto' }), world, signal);
  if (chosen.ok) await chosen.value[Symbol.asyncDispose]();
  expect(here.lines.join('\n')).toMatch(/cannot be written: .* It is kept in the Actions cache instead\.$/m);
});
