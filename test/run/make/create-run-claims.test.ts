import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

import { createRunClaims } from '../../../src/run/make/create-run-claims.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import { openJournal, readJournal } from '../../../src/ledger/write/journal.ts';
import { createNoStore } from '../../../src/ledger/stores/no-store.ts';
import type { LedgerEntry, LedgerStore } from '../../../src/ledger/life/types.ts';
import { findDelivered, type DeliveredEdits } from '../../../src/run/make/read-delivered.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import {
  claimed,
  delivered,
  lost,
  ledgerOf,
  print,
  accepted,
  DESTINATION,
  THEM,
  maybeSent,
  US,
} from '../../ledger/samples.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { recorded } from '../../plan/recorded-work.ts';
import { createWorldStage } from '../../support/world-stage.ts';

const never = new AbortController().signal;
const hero = makeEdit('hero', { fingerprint: print('hero') });

async function stage(
  edits: readonly PlannedEdit[],
  store: LedgerStore,
  onBranch: DeliveredEdits = new Map(),
) {
  await using made = new AsyncDisposableStack();
  const folder = await mkdtemp(path.join(tmpdir(), 'claims-'));
  made.defer(async () => {
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const { world } = made.use(await createWorldStage(''));
  const file = path.join(folder, 'journal.jsonl');
  const journal = made.use(await openJournal(file));
  const ledger = createLedger({
    ...world,
    serverMs: () => world.clock.now(),
    store,
    journal,
    step: US,
    signal: never,
  });
  await ledger.open();
  const claims = createRunClaims(edits, {
    ...{
      ledger,
      step: US,
      clock: world.clock,
      destination: DESTINATION,
      aheadOf: 2,
      overAtMs: Date.now() + 60_000,
    },
    readDelivered: async () => await Promise.resolve({ ok: true, value: onBranch }),
    waitForOtherRun: async () => await Promise.resolve({ kind: 'free' }),
  });
  const resources = made.move();
  return {
    claims,
    written: async () =>
      (await readJournal(file)).map(({ kind }) => kind).filter((kind) => kind !== 'stored'),
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

function holding(...entries: readonly LedgerEntry[]): LedgerStore {
  const value = { ledger: ledgerOf(...entries), version: 'v1' };
  return { ...createNoStore(), read: async () => await Promise.resolve({ ok: true, value }) };
}

it('claims what is to be sent, records what became of it, and releases the rest', async () => {
  const other = makeEdit('other', { fingerprint: print('other') });
  const third = makeEdit('third', { fingerprint: print('third') });
  await using here = await stage([hero, other, third], createNoStore());
  const { claims } = here;
  expect(await claims.claim(hero, never)).toMatchObject({ kind: 'claimed' });
  await claims.posting(hero);
  await claims.accepted(hero, 'req-1', 1);
  expect(await claims.claim(other, never)).toMatchObject({ kind: 'claimed' });
  await claims.posting(other);
  await claims.maybeSent(other);
  await claims.releaseUnused();
  expect(await here.written()).toEqual([
    ...['began', 'claim', 'claim', 'claim', 'posting', 'accepted', 'posting', 'maybe-sent', 'released'],
  ]);
});

it('claims an edit of another run once it is free and asked for, and not before', async () => {
  const freed = makeEdit('freed', {
    fingerprint: print('freed'),
    action: { kind: 'other-run', entry: claimed(THEM, 'freed') },
  });
  await using here = await stage([freed, hero], createNoStore());
  expect(await here.claims.claim(hero, never)).toMatchObject({ kind: 'claimed' });
  expect(await here.written()).toEqual(['began', 'claim']);
  expect(await here.claims.waitForOtherRun(freed, claimed(THEM, 'freed'), never)).toEqual({ kind: 'free' });
  expect(await here.claims.claim(freed, never)).toMatchObject({ kind: 'claimed' });
  await here.claims.released(freed);
  await here.claims.releaseUnused();
  expect(await here.written()).toEqual(['began', 'claim', 'claim', 'released']);
});

it('does not claim what another run delivered meanwhile', async () => {
  const entry = { ...lockEntry(['hero']), fingerprint: hero.fingerprint, requestId: 'req-9' };
  await using here = await stage([hero], createNoStore(), new Map([[hero.fingerprint, entry]]));
  const answer = await here.claims.claim(hero, never);
  expect(answer).toEqual({ kind: 'delivered', files: entry.files, requestId: 'req-9' });
  expect(await here.written()).toEqual(['began', 'claim', 'released']);
});

it('names the entry that is in the way, unless it is to be replaced', async () => {
  const entry = maybeSent(THEM);
  await using refused = await stage([hero], holding(entry));
  expect(await refused.claims.claim(hero, never)).toEqual({ kind: 'other-run', entry });

  for (const there of [entry, lost(THEM, 'req-1'), accepted(THEM, 'req-1')]) {
    const again = { ...hero, action: { kind: 'submit', over: [there] } as const };
    await using granted = await stage([again], holding(there));
    expect(await granted.claims.claim(again, never)).toMatchObject({ kind: 'claimed' });
  }
});

it('replaces what was delivered when the plan was made, and nothing that was delivered since', async () => {
  const deliveredAtMs = Date.now();
  const old = { ...delivered(THEM, 'req-1'), deliveredAtMs };
  const since = { ...delivered(THEM, 'req-2'), deliveredAtMs };
  const again = { ...hero, action: { kind: 'submit', over: [old] } as const };
  await using granted = await stage([again], holding(old));
  expect(await granted.claims.claim(again, never)).toMatchObject({ kind: 'claimed' });
  await using refused = await stage([again], holding(since));
  expect(await refused.claims.claim(again, never)).toEqual({ kind: 'other-run', entry: since });
});

it('says why an edit cannot be claimed', async () => {
  const error = { kind: 'denied', message: 'It may not be written.' } as const;
  const store = {
    ...createNoStore(),
    write: async () => await Promise.resolve({ ok: false as const, error }),
  };
  await using here = await stage([hero], store);
  expect(await here.claims.claim(hero, never)).toEqual({ kind: 'failed', message: error.message });
});

it('finds what was delivered by another job than before, as far as it is there', () => {
  const old = lockEntry(['a'], { fingerprint: print('a'), requestId: 'r1' });
  const again = { ...old, requestId: 'r2' };
  const gone = lockEntry(['b'], { fingerprint: print('b'), requestId: 'r3' });
  const before = recorded([['a', old]]);
  expect(findDelivered(before, before)).toEqual(new Map());
  const now = recorded([...Object.entries({ a: again, b: gone })], ['b.jpg', 'b.png']);
  expect([...findDelivered(now, before).values()]).toEqual([again]);
});
