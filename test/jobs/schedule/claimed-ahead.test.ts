import { expect, test } from 'vitest';

import { createRunClaims } from '../../../src/run/make/create-run-claims.ts';
import { createLedgerStage } from '../../ledger/ledger-stage.ts';
import { DESTINATION, entriesOf, HOUR_MS, NOW, print, US } from '../../ledger/samples.ts';
import { countJobs, grantAll, makeEdit, runPlan } from '../run-plan.ts';

const MOST = 16;

test.each([8, 64])(
  'max-parallel %s: no more than 16 claims are open that have no place at the service, and they come in batches',
  async (maxParallel) => {
    await using stage = await createLedgerStage();
    await stage.ledger.open();
    const edits = Array.from({ length: 80 }, (_, index) =>
      makeEdit(`e${index}`, { fingerprint: print(`e${index}`) }),
    );
    const claims = createRunClaims(edits, {
      ledger: stage.ledger,
      ...{ step: US, destination: DESTINATION, clock: stage.clock, overAtMs: NOW + HOUR_MS },
      aheadOf: 8,
      readDelivered: async () => await Promise.resolve({ ok: true, value: new Map() }),
      waitForOtherRun: async (...call) => await grantAll.waitForOtherRun(...call),
    });
    const placed = new Set<string>();
    const ahead: number[] = [];
    const write = stage.store.write.bind(stage.store);
    stage.store.write = async (ledger, ...rest) => {
      const open = entriesOf(ledger).filter(({ state, edit }) => state === 'claimed' && !placed.has(edit));
      ahead.push(open.length);
      return await write(ledger, ...rest);
    };
    const jobs = countJobs();
    const { outcomes, posts } = await runPlan(edits, {
      maxParallel,
      claims,
      timeoutMs: 1000 * HOUR_MS,
      onChange: (change) => {
        jobs.onChange(change);
        if (change.kind === 'submitting') placed.add(change.edit.id);
      },
    });
    expect(new Set(outcomes.map(({ state, error }) => error?.message ?? state))).toEqual(
      new Set(['succeeded']),
    );
    expect(posts).toBe(edits.length);
    expect(Math.max(...ahead)).toBeLessThanOrEqual(MOST);
    expect(ahead.length).toBeLessThan(edits.length / 3);
    expect(jobs.most).toBe(maxParallel);
  },
);
