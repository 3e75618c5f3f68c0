import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CacheCall } from '../../../demo/cache-service/cache-faults.ts';
import type { LedgerStore } from '../../../src/ledger/life/types.ts';
import { createCacheStage, type CacheStage } from './cache-stage.ts';
import { claimed, ledgerOf, accepted, THEM, US } from '../samples.ts';

const { signal } = new AbortController();
const ours = ledgerOf(claimed(US));
const theirs = ledgerOf(accepted(THEM, 'r1', 'r2'));

let stage: CacheStage;
beforeEach(async () => {
  stage = await createCacheStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

async function versionOf(store: LedgerStore): Promise<string | undefined> {
  const read = await store.read(signal);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.version;
}

describe('the ledger in the Actions cache', () => {
  it('begins with an entry that says that there is none; the next run reads what was written', async () => {
    const store = stage.open('1');
    const first = await store.read(signal);
    expect(first).toMatchObject({ ok: true, value: { ledger: new Map() } });
    expect(stage.asked()).toEqual([
      ...['GetCacheEntryDownloadURL', 'CreateCacheEntry', 'PUT', 'FinalizeCacheEntryUpload'],
      ...['GetCacheEntryDownloadURL', 'GET'],
    ]);
    const version = first.ok ? first.value.version : '';
    expect(version).toMatch(/^dreamina-begin-1-1-\w+-1$/);

    const written = await store.write(theirs, version, signal);
    expect(written).toMatchObject({
      ok: true,
      value: { version: expect.stringMatching(/^dreamina-ledger-1-1-/) as string },
    });
    expect(stage.asked()).toEqual([
      ...['GetCacheEntryDownloadURL', 'CreateCacheEntry', 'PUT', 'FinalizeCacheEntryUpload'],
    ]);

    const next = await stage.open('2').read(signal);
    expect(next).toEqual({
      ok: true,
      value: {
        ledger: theirs,
        removed: new Set(),
        version: written.ok && written.value !== 'moved' ? written.value.version : '',
      },
    });
    expect(stage.asked()).toEqual(['GetCacheEntryDownloadURL', 'GET']);
    expect(await stage.left()).toEqual([]);
  });

  it('keeps what counts as removed of a ledger beneath, also if it is written without one', async () => {
    const removed = new Set(['200.1.c.1 r1']);
    const first = stage.open('1');
    await first.write(theirs, await versionOf(first), signal, removed);
    const second = stage.open('2');
    const version = await versionOf(second);
    expect(await second.findWriteFault(signal)).toBeUndefined();
    await second.write(ours, version, signal);
    const third = stage.open('3');
    expect(await third.read(signal)).toMatchObject({ ok: true, value: { ledger: ours, removed } });
    await third.write(ours, await versionOf(third), signal, new Set());
    // The second one had written, and reads what is newer.
    await second.write(theirs, await versionOf(second), signal);
    expect(await stage.open('4').read(signal)).toMatchObject({
      ok: true,
      value: { ledger: theirs, removed: new Set() },
    });
  });

  it('reads the newest of several, and does not write over what another run wrote since', async () => {
    const store = stage.open('1');
    const begun = await versionOf(store);
    const other = stage.open('2');
    await other.write(theirs, await versionOf(other), signal);
    expect(await store.write(ours, begun, signal)).toEqual({ ok: true, value: 'moved' });
    const read = await store.read(signal);
    expect(read).toMatchObject({ ok: true, value: { ledger: theirs } });
    expect(await store.write(ours, await versionOf(store), signal)).toMatchObject({ ok: true });
    expect(await stage.open('3').read(signal)).toMatchObject({ ok: true, value: { ledger: ours } });
  });

  it('takes its own latest for what is there where the service still shows an older one', async () => {
    const store = stage.open('1');
    const begun = await versionOf(store);
    const first = await store.write(ours, begun, signal);
    if (!first.ok || first.value === 'moved') throw new Error('not written');
    const [, latest] = stage.service.entries;
    if (latest === undefined) throw new Error('nothing there');
    latest.isWhole = false;
    expect(await store.read(signal)).toEqual({
      ok: true,
      value: { ledger: ours, removed: new Set(), version: first.value.version },
    });
    expect(await store.write(theirs, first.value.version, signal)).toMatchObject({
      ok: true,
      value: { version: expect.stringMatching(/-3$/) as string },
    });
  });

  it('shows a branch what the default branch has, and then its own alone', async () => {
    const main = stage.open('1');
    await main.write(theirs, await versionOf(main), signal);
    const branch = stage.open('2', { ref: 'refs/heads/feature' });
    expect(await branch.read(signal)).toMatchObject({ ok: true, value: { ledger: theirs } });
    await branch.write(ours, await versionOf(branch), signal);
    expect(await branch.read(signal)).toMatchObject({ ok: true, value: { ledger: ours } });
    expect(await stage.open('3').read(signal)).toMatchObject({ ok: true, value: { ledger: theirs } });
  });

  it('shows by a copy of what is there that it can be written, and goes on from that', async () => {
    const first = stage.open('1');
    await first.write(theirs, await versionOf(first), signal);
    const store = stage.open('2');
    const version = await versionOf(store);
    stage.asked();
    expect(await store.findWriteFault(signal)).toBeUndefined();
    expect(stage.asked()).toContain('FinalizeCacheEntryUpload');
    expect(await store.findWriteFault(signal)).toBeUndefined();
    expect(stage.asked()).toEqual([]);
    expect(await stage.open('3').read(signal)).toMatchObject({ ok: true, value: { ledger: theirs } });
    expect(await store.write(ours, version, signal)).toMatchObject({
      ok: true,
      value: { version: expect.any(String) as string },
    });
  });

  it('says before anything is sent that a token may only read', async () => {
    const first = stage.open('1');
    await first.write(theirs, await versionOf(first), signal);
    const store = stage.open('2', { mayWrite: false });
    expect(await store.read(signal)).toMatchObject({ ok: true, value: { ledger: theirs } });
    const message =
      'The ledger of work in flight cannot be written in the Actions cache: the service did not accept a new entry.';
    expect(await store.findWriteFault(signal)).toEqual({ kind: 'unreachable', message });
  });

  it.each<[CacheCall, 'reset' | 'status']>([
    ['find', 'reset'],
    ['find', 'status'],
    ['download', 'status'],
  ])('never takes a failed %s (%s) for an empty ledger', async (on, kind) => {
    const first = stage.open('1');
    await first.write(theirs, await versionOf(first), signal);
    stage.service.faults.add({ on, kind, times: 99 });
    const read = await stage.open('2').read(signal);
    expect(read).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    stage.service.faults.clear();
    expect(await stage.open('3').read(signal)).toMatchObject({ ok: true, value: { ledger: theirs } });
  });

  it.each<CacheCall>(['create', 'upload', 'finalize'])(
    'says that a write did not go through at %s',
    async (on) => {
      const store = stage.open('1');
      const version = await versionOf(store);
      stage.service.faults.add({ on, kind: 'status', times: 1 });
      expect(await store.write(ours, version, signal)).toMatchObject({
        ok: false,
        error: { kind: 'unreachable' },
      });
      expect(await store.write(ours, version, signal)).toMatchObject({
        ok: true,
        value: { version: expect.any(String) as string },
      });
    },
  );

  it('does not take damaged content for an empty ledger', async () => {
    const first = stage.open('1');
    await first.write(theirs, await versionOf(first), signal);
    const newest = stage.service.entries.at(-1);
    if (newest === undefined) throw new Error('nothing there');
    newest.content = Buffer.from('no archive');
    expect(await stage.open('2').read(signal)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  it('ends a wait with its signal', async () => {
    const stopped = AbortSignal.abort(new Error('the step was stopped by SIGINT'));
    const message =
      'The ledger of work in flight cannot be read in the Actions cache: the step was stopped by SIGINT.';
    expect(await stage.open('1').read(stopped)).toEqual({ ok: false, error: { kind: 'stopped', message } });
  });
});
