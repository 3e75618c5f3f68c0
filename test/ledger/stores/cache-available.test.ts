import { expect, it } from 'vitest';

import { findCacheFault } from '../../../src/ledger/stores/cache-available.ts';

const OFFERED = {
  ACTIONS_RUNTIME_TOKEN: 'token',
  ACTIONS_RESULTS_URL: 'https://results.example/',
  ACTIONS_CACHE_SERVICE_V2: 'True',
};

it.each<[Record<string, string>, string | undefined]>([
  [{}, undefined],
  [{ ACTIONS_CACHE_MODE: 'write' }, undefined],
  [{ ACTIONS_CACHE_MODE: 'of-tomorrow' }, undefined],
  [{ ACTIONS_CACHE_MODE: ' Read ' }, 'the runner gives this job no more than the mode `read`'],
  [{ ACTIONS_CACHE_MODE: 'none' }, 'the runner gives this job no more than the mode `none`'],
  [{ ACTIONS_CACHE_MODE: 'write-only' }, 'the runner gives this job no more than the mode `write-only`'],
  [{ ACTIONS_CACHE_SERVICE_V2: '' }, 'the runner offers none (ACTIONS_CACHE_SERVICE_V2 not set)'],
])('%j: %s', (env, fault) => {
  expect(findCacheFault({ ...OFFERED, ...env })).toBe(fault);
});

it('names all that is missing', () => {
  expect(findCacheFault({})).toBe(
    'the runner offers none (ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL, ACTIONS_CACHE_SERVICE_V2 not set)',
  );
});
