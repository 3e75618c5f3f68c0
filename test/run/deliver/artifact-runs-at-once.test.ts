import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createOtherRunWait } from '../../../src/run/make/wait-for-other-runs.ts';
import { createRunClaims } from '../../../src/run/make/create-run-claims.ts';
import type { OtherRunAnswer } from '../../../src/jobs/types.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import { openJournal } from '../../../src/ledger/write/journal.ts';
import { listDeliveredSince } from '../../../src/ledger/life/delivered-since.ts';
import type { LedgerStore } from '../../../src/ledger/life/types.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import { createRunWatch } from '../../../src/run/ledger/run-watch.ts';
import { createMemoryStore } from '../../ledger/memory-store.ts';
import { clock, createChance, flaky, log, type Chance } from '../../ledger/write/mortal-run.ts';
import { entriesOf, judgeAll, stepOf, HOUR_MS, NOW } from '../../ledger/samples.ts';
import { plan } from '../../plan/recorded-work.ts';
import { inspectedEdit } from '../../support/edits.ts';

const EDITS = ['a', 'b', 'c'].map((id) => inspectedEdit(id));
const destination = 'artifact';
const never = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'artifact-runs-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

/** By fingerprint: submits that were paid for, and runs that began when it was delivered already. */
interface Account {
  readonly paid: Map<string, number>;
  readonly late: Map<string, number>;
  readonly delivered: string[];
}

function add(to: Map<string, number>, key: string): void {
  to.set(key, (to.get(key) ?? 0) + 1);
}

/** A run that delivers only to an artifact: no branch shows it what others delivered. */
async function live(
  name: string,
  store: LedgerStore,
  chance: Chance,
  account: Account,
  startedAtMs: number,
): Promise<void> {
  const step = stepOf(name, 1, name);
  await using journal = await openJournal(path.join(folder, `${name}-${Math.floor(chance() * 1e15)}`));
  const pause = async (most = 60): Promise<void> => {
    for (let turns = chance() * most; turns > 1; turns -= 1) await nextTurn();
  };
  const random = (): number => 0;
  const ledger = createLedger({
    ...{ serverMs: () => clock.now(), store, journal, step, clock, random, log, signal: never, idDelayMs: 1 },
  });
  // Some begin when others have delivered.
  await pause(600);
  const read = await ledger.open();
  if (!read.ok) return;
  for (const { state, fingerprint } of entriesOf(read.value.ledger))
    if (state === 'delivered') add(account.late, fingerprint);
  const judged = judgeAll(read.value.ledger, { thisStep: step, nowMs: NOW });
  const deliveredSince = listDeliveredSince([...judged.values()].flat(), { startedAtMs, destination });
  const { edits } = plan(EDITS, {
    inFlight: { entries: judged, destination, owed: new Set(), deliveredSince, onUnknown: 'hold' },
  });
  const readDelivered = async () => await Promise.resolve({ ok: true as const, value: new Map() });
  const watch = createRunWatch(step, {
    clock,
    readTimes: () => ({ localMs: clock.now(), serverMs: undefined }),
    process: { name: undefined, isOver: () => false },
    isJobOver: async () => {
      await Promise.resolve();
    },
    isRunOver: async () => await Promise.resolve(false),
  });
  const wait = { clock, random, log, ledger: { handle: ledger }, readDelivered, watch, signal: never };
  const claims = createRunClaims(edits, {
    ...{ ledger, step, destination, clock, aheadOf: 1, overAtMs: NOW + HOUR_MS, readDelivered },
    waitForOtherRun: createOtherRunWait(wait),
  });
  const deliver = async ({ fingerprint }: PlannedEdit, requestId: string): Promise<void> => {
    await pause();
    account.delivered.push(`${name} ${fingerprint}`);
    await ledger.note([{ kind: 'delivered', fingerprint, requestId, destination, atMs: NOW }]);
    if (chance() < 0.5) await ledger.flush();
  };
  const submit = async (edit: PlannedEdit): Promise<void> => {
    await pause();
    const answer = await claims.claim(edit, never);
    if (answer.kind === 'other-run')
      await follow(edit, await claims.waitForOtherRun(edit, answer.entry, never));
    if (answer.kind !== 'claimed') return;
    await claims.posting(edit);
    await pause();
    const requestId = `${edit.id}-by-${name}`;
    await claims.accepted(edit, requestId, NOW);
    await pause();
    if (chance() < 0.2)
      await ledger.note([{ kind: 'ended-empty', fingerprint: edit.fingerprint, requestId }]); // it failed
    else {
      add(account.paid, edit.fingerprint);
      await deliver(edit, requestId);
    }
  };
  const follow = async (edit: PlannedEdit, end: OtherRunAnswer): Promise<void> => {
    if (end.kind === 'free') await submit(edit);
    else if (end.kind === 'submitted') await deliver(edit, end.entry.requestId);
    else throw new Error(`nothing of ${edit.id} is ${end.kind}`);
  };
  await Promise.all(
    edits.map(async (edit) => {
      const { action } = edit;
      if (action.kind === 'submit') await submit(edit);
      else if (action.kind === 'collect') await deliver(edit, action.entry.requestId);
      else if (action.kind === 'other-run')
        await follow(edit, await claims.waitForOtherRun(edit, action.entry, never));
    }),
  );
  await claims.releaseUnused();
  expect(await ledger.flush()).toEqual({ ok: true, value: undefined });
}

/** Three runs side by side, each of which began at `startedAtMs`; everything is delivered at `NOW`. */
async function liveTogether(seed: number, startedAtMs: number): Promise<Account> {
  const chance = createChance(seed);
  const store = createMemoryStore();
  const account: Account = { paid: new Map(), late: new Map(), delivered: [] };
  await Promise.all(
    ['1', '2', '3'].map(async (name) => {
      await live(name, flaky(store, chance), chance, account, startedAtMs);
    }),
  );
  for (const { state } of entriesOf(store.ledger)) expect(state).toBe('delivered');
  expect(new Set(account.delivered).size).toBe(account.delivered.length);
  return account;
}

test('artifact-only runs at once, whatever their turns: paid once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { paid } = await liveTogether(seed, NOW - 1);
      for (const times of paid.values()) expect(times).toBe(1);
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('an artifact-only run that begins after the delivery makes new pictures, and the others pay once', async () => {
  let again = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { paid, late } = await liveTogether(seed, NOW + 1);
      for (const [fingerprint, times] of paid) {
        expect(times).toBeLessThanOrEqual(1 + (late.get(fingerprint) ?? 0));
        again += times - 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(again).toBeGreaterThan(0);
}, 120_000);
