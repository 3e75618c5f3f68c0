import { expect, it } from 'vitest';

import { createCacheOverGit } from '../../../src/ledger/stores/cache-over-git.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { claimed, delivered, lost, ledgerOf, accepted, THEM, US } from '../samples.ts';
import { createMemoryStore } from '../memory-store.ts';

const { signal } = new AbortController();
const below = ledgerOf(accepted(THEM, 'r1'));
const [fingerprint = ''] = below.keys();
const other = 'f'.repeat(64);

it('shows both, and writes what is not in the repository', async () => {
  const cache = createMemoryStore(ledgerOf({ ...claimed(US), fingerprint: other }));
  const git = createMemoryStore(below);
  const both = createCacheOverGit(cache, git);

  const read = await both.read(signal);
  if (!read.ok) throw new Error(read.error.message);
  expect([...read.value.ledger.keys()].toSorted()).toEqual([fingerprint, other].toSorted());

  await both.write(read.value.ledger, read.value.version, signal);
  expect([...cache.ledger.keys()]).toEqual([other]);
  const again = await both.read(signal);
  if (!again.ok) throw new Error(again.error.message);
  const own = [lost(THEM, 'r1'), claimed(US)];
  await both.write(new Map([...again.value.ledger, [fingerprint, own]]), again.value.version, signal);
  expect(cache.ledger.get(fingerprint)).toEqual(own);
  const last = await both.read(signal);
  expect(last.ok && last.value.ledger.get(fingerprint)).toEqual(own);
  expect(git.ledger).toEqual(below);
});

it.each([delivered(US, 'r9'), claimed(US)])(
  'is not blind to what was paid for in the repository by what is $state in the cache',
  async (entry) => {
    const both = createCacheOverGit(createMemoryStore(ledgerOf(entry)), createMemoryStore(below));
    const read = await both.read(signal);
    expect(read.ok && read.value.ledger.get(fingerprint)).toEqual([accepted(THEM, 'r1'), entry]);
  },
);

it('does not write beside what was changed in the repository since it was read', async () => {
  const cache = createMemoryStore();
  const git = createMemoryStore(below);
  const both = createCacheOverGit(cache, git);
  const read = await both.read(signal);
  if (!read.ok) throw new Error(read.error.message);
  git.ledger = new Map([...below, [other, [{ ...claimed(THEM), fingerprint: other }]]]);
  const claim: LedgerEntry = { ...claimed(US), fingerprint: other };
  const late = new Map([...read.value.ledger, [other, [claim]]]);
  expect(await both.write(late, read.value.version, signal)).toEqual({ ok: true, value: 'moved' });
  expect(cache.ledger.size).toBe(0);
  git.faults.push({ kind: 'unreachable' });
  expect(await both.write(late, read.value.version, signal)).toMatchObject({ ok: false });
});

it('does without a repository that may not be read, and with no other fault of one', async () => {
  const git = createMemoryStore(below);
  const both = createCacheOverGit(createMemoryStore(), git);
  git.faults.push({ kind: 'denied' });
  expect(await both.read(signal)).toMatchObject({ ok: true, value: { ledger: new Map() } });
  git.faults.push({ kind: 'damaged' });
  expect(await both.read(signal)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
});

it('tells a fault of the cache', async () => {
  const cache = createMemoryStore();
  cache.faults.push({ kind: 'unreachable' });
  const both = createCacheOverGit(cache, createMemoryStore(below));
  expect(await both.read(signal)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
});
