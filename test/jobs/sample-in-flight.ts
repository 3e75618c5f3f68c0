import fc from 'fast-check';

import type { EditClaimAnswer, EditClaims, OtherRunAnswer } from '../../src/jobs/types.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import { claimed, accepted, THEM } from '../ledger/samples.ts';
import { collect, otherRun, hold } from './in-flight.ts';
import { makeEdit, makeMedia } from './run-plan.ts';

const HOUR = 3_600_000;
const DELIVERED = { kind: 'delivered', files: [makeMedia('x')], requestId: 'paid-1' } as const;

/** What a claim is answered, one after the other; granted in the end. */
const claimAnswers = fc.array(
  fc.constantFrom('claimed', 'claimed', 'other-run', 'delivered', 'failed', 'throws'),
  {
    maxLength: 3,
  },
);
const waitEnds = fc.array(fc.constantFrom('submitted', 'free', 'free', 'unknown', 'delivered', 'throws'), {
  maxLength: 3,
});
/** An edit, and all that is to happen to it. */
export const wish = fc.record({
  kind: fc.constantFrom('submit', 'submit', 'submit', 'other-run', 'collect', 'hold', 'share'),
  /** What becomes of its submit; it is in the edit's prompt. */
  fate: fc.constantFrom('good', 'good', 'refused', 'lost', 'failed', 'broke'),
  claims: claimAnswers,
  waits: waitEnds,
  breaks: fc.constantFrom('', '', '', '', 'posting', 'accepted', 'maybe-sent', 'released', 'sendable'),
  needs: fc.array(fc.nat(20), { maxLength: 1 }),
});
export type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** A plan of edits with the ids `e0`, `e1`, ... */
export function planOf(wishes: readonly Wish[]): readonly PlannedEdit[] {
  const edits: PlannedEdit[] = [];
  for (const [index, { kind, fate, needs }] of wishes.entries()) {
    const id = `e${index}`;
    const facts = {
      prompt: `${index}-${fate}`,
      needs: needs.flatMap((at) => edits[at]?.id ?? []),
      timeoutMs: 100 * HOUR,
    };
    const [twin] = edits;
    if (kind === 'collect') edits.push(collect(id, 'paid-1', facts));
    else if (kind === 'other-run') edits.push(otherRun(id, facts));
    else if (kind === 'hold') edits.push(hold(id));
    else if (kind === 'share' && twin !== undefined)
      edits.push(
        makeEdit(id, {
          ...twin,
          id,
          output: id,
          action: { kind, with: twin.action.kind === 'share' ? twin.action.with : twin.id },
        }),
      );
    else edits.push(makeEdit(id, facts));
  }
  return edits;
}

/** EditClaims that answer each edit as its wish says. */
export function claimsFor(wishes: readonly Wish[]): Partial<EditClaims> {
  const left = wishes.map(({ claims, waits }) => ({ claims: [...claims], waits: [...waits] }));
  const at = ({ id }: PlannedEdit): number => Number(id.slice(1));
  const breakAt = (what: string) => async (edit: PlannedEdit) => {
    if (wishes[at(edit)]?.breaks === what) throw new Error(`${what} broke`);
    await Promise.resolve();
  };
  return {
    claim: async (edit): Promise<EditClaimAnswer> => {
      switch (await Promise.resolve(left[at(edit)]?.claims.shift())) {
        case 'other-run':
          return { kind: 'other-run', entry: claimed(THEM) };
        case 'delivered':
          return DELIVERED;
        case 'failed':
          return { kind: 'failed', message: 'The store is gone.' };
        case 'throws':
          throw new Error('a bug');
        case 'claimed':
        case undefined:
          return { kind: 'claimed', id: 'c' };
      }
    },
    waitForOtherRun: async (edit): Promise<OtherRunAnswer> => {
      switch (await Promise.resolve(left[at(edit)]?.waits.shift())) {
        case 'unknown':
          return { kind: 'unknown', entry: claimed(THEM) };
        case 'delivered':
          return DELIVERED;
        case 'submitted':
          return { kind: 'submitted', entry: accepted(THEM, 'paid-1') };
        case 'throws':
          throw new Error('a bug');
        case 'free':
        case undefined:
          return { kind: 'free' };
      }
    },
    posting: breakAt('posting'),
    accepted: breakAt('accepted'),
    maybeSent: breakAt('maybe-sent'),
    released: breakAt('released'),
    releaseIfUnused: async () => {
      await Promise.resolve();
    },
  };
}
