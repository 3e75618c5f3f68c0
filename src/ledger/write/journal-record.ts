import * as z from 'zod';

import type { Claimant, LedgerChange } from '../life/types.ts';

/** One line of the journal. */
export type JournalRecord =
  | LedgerChange
  /** The first one: whose changes these are. */
  | { readonly kind: 'began'; readonly claimant: Claimant }
  /** Written before the submit leaves: without it, nothing left. */
  | { readonly kind: 'posting'; readonly fingerprint: string }
  /** All changes in the first `upTo` lines are in the store. */
  | { readonly kind: 'stored'; readonly upTo: number }
  /** Not written but read: a line that is no record. It may have been anything. */
  | { readonly kind: 'unreadable' };

const claimant = z.strictObject({
  runId: z.string(),
  attempt: z.number(),
  step: z.string(),
  url: z.string(),
});
const fingerprint = z.string();
const requestId = z.string();
const claim = z.strictObject({
  fingerprint,
  edit: z.string(),
  target: z.string(),
  claimant,
  claimedAtMs: z.number(),
  overAtMs: z.number(),
});

const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('began'), claimant }),
  z.strictObject({
    kind: z.literal('claim'),
    claim,
    replaces: claimant.exactOptional(),
    replacesJob: requestId.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('posting'), fingerprint }),
  z.strictObject({ kind: z.literal('submitted'), claim, requestId, submittedAtMs: z.number() }),
  z.strictObject({ kind: z.literal('unclear'), claim }),
  z.strictObject({ kind: z.literal('released'), fingerprint }),
  z.strictObject({
    kind: z.literal('settled'),
    fingerprint,
    requestId,
    delivered: z.strictObject({ target: z.string(), atMs: z.number() }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('gone'), fingerprint, requestId, atMs: z.number() }),
  z.strictObject({ kind: z.literal('stored'), upTo: z.number() }),
]);

/** Reads one line of the journal; undefined where it is no record. */
export function parseRecord(line: string): JournalRecord | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    // The process was killed while it wrote, or the disk was full.
    return undefined;
  }
  return recordSchema.safeParse(json).data;
}
