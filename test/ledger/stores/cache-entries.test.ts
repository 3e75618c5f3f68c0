import { saveCache } from '@actions/cache';
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

import { createCacheEntries } from '../../../src/ledger/stores/cache-client.ts';
import { createCacheStage } from './cache-stage.ts';
import { claimed, ledgerOf, accepted, THEM, US } from '../samples.ts';

const { signal } = new AbortController();

it.each([
  ['{"version": 99, "entries": {}}', 'was written by a newer version of this action'],
  ['{"version": 1, "entr', 'it is not JSON'],
  ['', 'it is not JSON'],
])('an entry of %j is damaged, and not written over', async (text, why) => {
  await using stage = await createCacheStage();
  const store = stage.open('1');
  await createCacheEntries(process.cwd()).save('dreamina-ledger-1-1-x-1', text);
  const read = await store.read(signal);
  expect(read).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  expect(read.ok ? '' : read.error.message).toContain(why);
  expect(read.ok ? '' : read.error.message).toContain('the cache entry dreamina-ledger-1-1-x-1');
  expect(stage.service.entries).toHaveLength(1);
});

it('an entry without a ledger in it is damaged', async () => {
  await using stage = await createCacheStage();
  const store = stage.open('1');
  await mkdir('.dreamina-ledger');
  await writeFile('.dreamina-ledger/other.txt', 'something else');
  await saveCache(['.dreamina-ledger'], 'dreamina-ledger-1-1-x-1', undefined, true);
  const error = { kind: 'damaged', message: expect.stringContaining('there is no ledger in it') as string };
  expect(await store.read(signal)).toMatchObject({ ok: false, error });
});

it('a run that wrote meanwhile is not written over by the test of writing', async () => {
  await using stage = await createCacheStage();
  const first = stage.open('1');
  const begun = await first.read(signal);
  if (!begun.ok) throw new Error(begun.error.message);
  await first.write(ledgerOf(claimed(US)), begun.value.version, signal);

  const store = stage.open('2');
  const read = await store.read(signal);
  if (!read.ok) throw new Error(read.error.message);
  const other = stage.open('3');
  const theirs = ledgerOf(accepted(THEM, 'r1'));
  await other.read(signal);
  await other.write(theirs, read.value.version, signal);

  expect(await store.findWriteFault(signal)).toBeUndefined();
  expect(await stage.open('4').read(signal)).toMatchObject({ ok: true, value: { ledger: theirs } });
  // What this run knew is out of date, and it learns that.
  expect(await store.write(new Map(), read.value.version, signal)).toEqual({ ok: true, value: 'moved' });
});
