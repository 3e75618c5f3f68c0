import { expect, test } from 'vitest';

import { createNoStore } from '../../../src/ledger/stores/no-store.ts';
import { claimed, ledgerOf, US } from '../samples.ts';

test('whatever is written is granted, and forgotten', async () => {
  const { signal } = new AbortController();
  const store = createNoStore();
  expect(await store.write(ledgerOf(claimed(US)), undefined, signal)).toMatchObject({ ok: true });
  expect(await store.read(signal)).toEqual({ ok: true, value: { ledger: new Map(), version: undefined } });
});
