import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Ledger } from '../../../src/ledger/life/types.ts';
import { createClaimsStage, numbered } from './claims-stage.ts';
import type { LedgerStage } from '../ledger-stage.ts';
import { entriesOf, NOW, US } from '../samples.ts';

const never = new AbortController().signal;

interface Case {
  readonly count: number;
  readonly aheadOf: number;
  /** Random numbers that say in which order edits are asked for. */
  readonly order: readonly number[];
  /** What becomes of an edit. */
  readonly fates: readonly ('accepted' | 'maybeSent' | 'released')[];
}

const cases = fc
  .record({ count: fc.integer({ min: 1, max: 40 }), aheadOf: fc.integer({ min: 1, max: 5 }) })
  .chain(({ count, aheadOf }) =>
    fc.record<Case>({
      count: fc.constant(count),
      aheadOf: fc.constant(aheadOf),
      order: fc.array(fc.nat(), { minLength: count, maxLength: count }),
      fates: fc.array(fc.constantFrom('accepted', 'accepted', 'maybeSent', 'released'), {
        minLength: count,
        maxLength: count,
      }),
    }),
  );

/** Sees each ledger that is written. */
function watchWrites({ store }: LedgerStage, see: (ledger: Ledger) => void): void {
  const write = store.write.bind(store);
  store.write = async (ledger, ...rest) => {
    see(ledger);
    return await write(ledger, ...rest);
  };
}

interface Seen {
  /** Most claims that ever stood in the store without an answer. */
  readonly most: number;
  readonly writes: number;
}

/** Runs the edits as a run would, `aheadOf` at once. */
async function runAll({ count, aheadOf, order, fates }: Case): Promise<Seen> {
  await using stage = await createClaimsStage();
  const edits = numbered(count);
  const claims = stage.start(edits, aheadOf);
  const counts: number[] = [];
  watchWrites(stage, (ledger) => {
    counts.push(entriesOf(ledger).filter(({ state }) => state === 'claimed').length);
  });
  const asked = order.map((rank, index) => [rank, index] as const).toSorted(([a], [b]) => a - b);
  const left = asked.values();
  async function work(): Promise<void> {
    for (const [, index] of left) {
      const edit = edits[index] ?? { id: '', fingerprint: '' };
      expect(await claims.claim(edit, never)).toMatchObject({ kind: 'claimed' });
      expect(stage.store.ledger.get(edit.fingerprint)).toMatchObject([{ state: 'claimed', step: US }]);
      await claims.posting(edit);
      switch (fates[index]) {
        case 'accepted':
          await claims.accepted(edit, `id-of-${edit.id}`, NOW);
          break;
        case 'maybeSent':
        case 'released':
          await claims[fates[index]](edit);
          break;
        case undefined:
          throw new Error(`no fate for ${edit.id}`);
      }
    }
  }
  await Promise.all(Array.from({ length: aheadOf }, work));
  await claims.releaseUnused();
  await stage.ledger.flush();
  const states = new Set(entriesOf(stage.store.ledger).map(({ state }) => state));
  expect(states).not.toContain('claimed');
  return { most: Math.max(...counts), writes: counts.length };
}

test('a lost machine leaves at most one batch without a request id, in whatever order edits are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (each) => {
      const { most } = await runAll(each);
      expect(most).toBeLessThanOrEqual(2 * each.aheadOf);
    }),
    { numRuns: 60 },
  );
});

test('what is known to be asked for next is claimed ahead, in its order, and gives way from its end', async () => {
  await using stage = await createClaimsStage();
  const edits = numbered(12);
  const claims = stage.start(edits, 2);
  const [first, ...others] = edits.toReversed();
  if (first === undefined) throw new Error('no edits');
  claims.expect(() => others);
  const claimed = (): readonly (string | undefined)[] =>
    edits
      .filter(({ fingerprint }) => stage.store.ledger.get(fingerprint)?.[0]?.state === 'claimed')
      .map(({ id }) => id);
  await claims.claim(first, never);
  expect(claimed()).toEqual(edits.slice(-4).map(({ id }) => id));
  const [late] = edits;
  if (late === undefined) throw new Error('no edits');
  await claims.claim(late, never);
  await stage.ledger.flush();
  expect(claimed()).toEqual([late, ...edits.slice(-3)].map(({ id }) => id));
});

test('edits at the front that have to wait for others do not cost the others a write each', async () => {
  const count = 40;
  const order = Array.from({ length: count }, (_, index) => (index + count - 12) % count);
  const fates = order.map(() => 'accepted' as const);
  const { most, writes } = await runAll({ count, aheadOf: 4, order, fates });
  expect(most).toBe(8);
  expect(writes).toBeLessThanOrEqual(count / 4 + 3);
});
