import fc from 'fast-check';

import { judgeEntry, type JudgedEntry } from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import {
  accepted,
  claimed,
  delivered,
  DESTINATION,
  HOUR_MS,
  lost,
  maybeSent,
  NOW,
  THEM,
  US,
} from '../../ledger/samples.ts';
import { sampleHistories } from '../../plan/sample-history.ts';

/** Ids of jobs that the service has of earlier runs. */
const PAID = 6;

/** An entry of the ledger for one of the edits. */
const note = fc.record({
  state: fc.constantFrom('claimed', 'claimed', 'maybe-sent', 'accepted', 'accepted', 'lost', 'delivered'),
  /** Number of the edit that it is about: mostly the first, which others need. */
  edit: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
  job: fc.integer({ min: 1, max: PAID }),
  isRunOver: fc.boolean(),
  isUnusable: fc.boolean(),
  destination: fc.constantFrom(DESTINATION, DESTINATION, 'branch others'),
});
type Note = typeof note extends fc.Arbitrary<infer T> ? T : never;

/** Mostly none. */
const limit = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );
const limits = fc
  .record({ maxEdits: limit(0, 1, 2, 3), maxCostUsd: limit(0, 0.03, 0.06, 0.1) })
  .map(({ maxEdits, maxCostUsd }) => ({
    ...(maxEdits !== undefined && { maxEdits }),
    ...(maxCostUsd !== undefined && { maxCostUsd }),
  }));

/** What a run may find: its branch, as earlier runs left it, the ledger, its spec and its inputs. */
export const sampleFacts = fc.record({
  /** The last one is the run itself. */
  history: sampleHistories,
  notes: fc.array(note, { maxLength: 5 }),
  onUnknown: fc.constantFrom('hold', 'hold', 'resubmit'),
  /** Of the spec, and of the inputs. */
  budget: limits,
  limits,
});

/** What the ledger has of some edits, each with what it means for the run. */
export function judgeNotes(edits: readonly PlannedEdit[], notes: readonly Note[]): readonly JudgedEntry[] {
  return notes.flatMap((each) => {
    const edit = edits[each.edit % Math.max(1, edits.length)];
    if (edit === undefined) return [];
    const entry = { ...entryOf(each), fingerprint: edit.fingerprint, edit: edit.id };
    return judgeEntry(entry, { thisStep: US, nowMs: NOW, isRunOver: each.isRunOver });
  });
}

function entryOf({ state, job, isUnusable, destination }: Note): LedgerEntry {
  const id = `paid-${job}`;
  switch (state) {
    case 'claimed':
      return { ...claimed(THEM), destination };
    case 'maybe-sent':
      return { ...maybeSent(THEM), destination };
    case 'accepted':
      return { ...accepted(THEM, id), destination, ...(isUnusable && { isUnusable }) };
    case 'lost':
      return { ...lost(THEM, id), destination };
    case 'delivered':
      return { ...delivered(THEM, id), destination };
  }
}

/** Prompts of the jobs that the service has, in the order of their ids. */
export const PAID_PROMPTS = Array.from({ length: PAID }, (_, index) => `paid ${index + 1}`);

/** A run that began before what the ledger has as delivered was delivered. */
export const STARTED = NOW - HOUR_MS;
