import { expect, it } from 'vitest';

import { createCacheOverGit } from '../../../src/ledger/stores/cache-over-git.ts';
import type { Ledger, LedgerChange, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { applyChanges } from '../../../src/ledger/life/apply-changes.ts';
import { pruneOld } from '../../../src/ledger/life/prune.ts';
import {
  accepted,
  claimBy,
  claimed,
  delivered,
  DESTINATION,
  entriesOf,
  HOUR_MS,
  idOf,
  ledgerOf,
  lost,
  maybeSent,
  NOW,
  THEM,
  US,
} from '../samples.ts';
import { createMemoryStore, type MemoryStore } from '../memory-store.ts';

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

it('reports a fault of the cache', async () => {
  const cache = createMemoryStore();
  cache.faults.push({ kind: 'unreachable' });
  const both = createCacheOverGit(cache, createMemoryStore(below));
  expect(await both.read(signal)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
});

/** What one run makes of the work in flight, as the next one sees it. */
async function runOnce(
  cache: MemoryStore,
  git: MemoryStore,
  work: (ledger: Ledger) => Ledger,
): Promise<readonly LedgerEntry[]> {
  const both = createCacheOverGit(cache, git);
  const read = await both.read(signal);
  if (!read.ok) throw new Error(read.error.message);
  const written = await both.write(work(read.value.ledger), read.value.version, signal);
  expect(written).toMatchObject({ value: { version: expect.any(String) as string } });
  const next = await createCacheOverGit(cache, git).read(signal);
  if (!next.ok) throw new Error(next.error.message);
  return entriesOf(next.value.ledger);
}

const apply =
  (...changes: readonly LedgerChange[]) =>
  (ledger: Ledger): Ledger =>
    applyChanges(ledger, changes).ledger;
const made = { fingerprint, requestId: 'r2', destination: DESTINATION, atMs: NOW };

it.each<[string, LedgerEntry, (ledger: Ledger) => Ledger, readonly LedgerEntry[]]>([
  [
    'a job that ended without pictures',
    accepted(THEM, 'r1'),
    apply({ kind: 'ended-empty', fingerprint, requestId: 'r1' }),
    [],
  ],
  [
    'a doubt, once the pictures that were made over it are delivered',
    maybeSent(THEM),
    apply(
      { kind: 'claim', claim: claimBy(US), over: [idOf(THEM)] },
      { kind: 'accepted', claim: claimBy(US), requestId: 'r2', submittedAtMs: NOW },
      { kind: 'delivered', ...made },
    ),
    [delivered(US, 'r2')],
  ],
  [
    'a delivery, once it is old',
    delivered(THEM, 'r1'),
    (ledger) => pruneOld(ledger, { localMs: NOW, serverMs: NOW + 7 * HOUR_MS }).ledger,
    [],
  ],
])('what is over stays so, although the repository still has it: %s', async (_what, entry, work, left) => {
  const [cache, git] = [createMemoryStore(), createMemoryStore(ledgerOf(entry))];
  expect(await runOnce(cache, git, work)).toEqual(left);
  // Not only for the next write, nor only while the repository may be read.
  expect(await runOnce(cache, git, (ledger) => ledger)).toEqual(left);
  const both = createCacheOverGit(cache, git);
  git.faults.push({ kind: 'denied' });
  const own = await both.read(signal);
  git.faults.push({ kind: 'denied' });
  const version = own.ok ? own.value.version : '';
  expect(await both.write(cache.ledger, version, signal)).toMatchObject({ value: { version: 'v3' } });
  expect(await runOnce(cache, git, (ledger) => ledger)).toEqual(left);
});

it('forgets what was over once the repository does not have it, and shows an answer that comes after all', async () => {
  const [cache, git] = [createMemoryStore(), createMemoryStore(ledgerOf(maybeSent(THEM)))];
  const drop = (): Ledger => new Map();
  expect(await runOnce(cache, git, drop)).toEqual([]);
  git.ledger = below;
  expect(await runOnce(cache, git, (ledger) => ledger)).toEqual([accepted(THEM, 'r1')]);
  expect(cache.removed.size).toBe(0);
  expect(await runOnce(cache, git, drop)).toEqual([]);
  git.ledger = ledgerOf(lost(THEM, 'r1'));
  expect(await runOnce(cache, git, (ledger) => ledger)).toEqual([]);
  git.ledger = ledgerOf();
  expect(await runOnce(cache, git, (ledger) => ledger)).toEqual([]);
  expect(cache.removed.size).toBe(0);
});
