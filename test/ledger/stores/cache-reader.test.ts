import { expect, it } from 'vitest';

import { createCacheEntries } from '../../../src/ledger/stores/cache-client.ts';
import { createCacheReader } from '../../../src/ledger/stores/cache-reader.ts';
import { realClock } from '../../support/clocks.ts';
import { accepted, ledgerOf, THEM } from '../samples.ts';
import { createCacheStage } from './cache-stage.ts';

const { signal } = new AbortController();

it('finds nothing in an empty cache, and saves nothing, not even a beginning', async () => {
  await using stage = await createCacheStage();
  stage.open('1');
  const reader = createCacheReader(createCacheEntries(process.cwd()), realClock);
  expect(await reader.read(signal)).toEqual({
    ok: true,
    value: { ledger: new Map(), removed: new Set(), version: undefined },
  });
  expect(await reader.write(ledgerOf(accepted(THEM, 'req-7')), undefined, signal)).toMatchObject({
    ok: true,
  });
  expect(stage.service.entries).toEqual([]);
  expect(await stage.left()).toEqual([]);
});

it('reads what a run wrote', async () => {
  await using stage = await createCacheStage();
  const store = stage.open('1');
  const begun = await store.read(signal);
  if (!begun.ok) throw new Error(begun.error.message);
  const ledger = ledgerOf(accepted(THEM, 'req-7'));
  await store.write(ledger, begun.value.version, signal);
  const entries = stage.service.entries.length;

  const reader = createCacheReader(createCacheEntries(process.cwd()), realClock);
  expect(await reader.read(signal)).toMatchObject({ ok: true, value: { ledger } });
  expect(stage.service.entries).toHaveLength(entries);
});

it('a call that hangs ends with the signal', async () => {
  const stop = new AbortController();
  const reader = createCacheReader(
    {
      load: async () => {
        stop.abort(new Error('stopped'));
        await Promise.withResolvers<undefined>().promise;
      },
    },
    realClock,
  );
  expect(await reader.read(stop.signal)).toMatchObject({ ok: false, error: { kind: 'stopped' } });
});
