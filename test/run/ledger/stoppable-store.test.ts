import { expect, it } from 'vitest';

import { createStoppableStore } from '../../../src/run/ledger/stoppable-store.ts';
import { claimed, ledgerOf, US } from '../../ledger/samples.ts';
import { createMemoryStore } from '../../ledger/memory-store.ts';

const { signal } = new AbortController();
const ours = ledgerOf(claimed(US));

it.each([
  [true, 1],
  [false, 0],
])('a store that is stopped takes nothing more; readable: %s', async (isReadable, entries) => {
  const memory = createMemoryStore();
  const { store, keepsRecord, stopKeeping } = createStoppableStore({ kind: 'git', store: memory });
  expect(keepsRecord()).toBe(true);
  expect(await store.write(ours, undefined, signal)).toMatchObject({ ok: true });
  stopKeeping(isReadable);
  expect(keepsRecord()).toBe(false);
  expect(await store.write(new Map(), undefined, signal)).toMatchObject({ ok: true });
  const [seen, there] = [await store.read(signal), await memory.read(signal)];
  expect([seen.ok && seen.value.ledger.size, there.ok && there.value.ledger.size]).toEqual([entries, 1]);
});

it('without a store no record is kept', () => {
  expect(createStoppableStore({ kind: 'none', store: createMemoryStore() }).keepsRecord()).toBe(false);
});
