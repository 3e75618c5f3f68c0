import * as z from 'zod';

import { lazily } from '../../shared/lazily.ts';
import type { LedgerChange, Step } from '../life/types.ts';

/** One line of the journal: a change to the ledger, or a marker. */
export type JournalRecord =
  | LedgerChange
  /** The first one: whose changes these are. */
  | { readonly kind: 'began'; readonly step: Step }
  /** Written before the submit of this claim leaves: without it, nothing left. */
  | { readonly kind: 'posting'; readonly id: string }
  /** All changes in the first `upTo` lines are in the store. */
  | { readonly kind: 'stored'; readonly upTo: number }
  /** Not written but read: a line that is not a record. It may have been anything. */
  | { readonly kind: 'unreadable' };

const recordSchema = lazily(() => {
  const step = z.strictObject({
    runId: z.string(),
    attempt: z.number(),
    name: z.string(),
    job: z.string().exactOptional(),
    process: z.strictObject({ machine: z.string(), pid: z.number() }).exactOptional(),
    url: z.string(),
  });
  const fingerprint = z.string();
  const requestId = z.string();
  const id = z.string();
  const claim = z.strictObject({
    id,
    fingerprint,
    edit: z.string(),
    destination: z.string(),
    step,
    claimedAtMs: z.number(),
    overAtMs: z.number(),
  });
  const job = { fingerprint, requestId };

  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('began'), step }),
    z.strictObject({ kind: z.literal('claim'), claim, over: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('posting'), id }),
    z.strictObject({ kind: z.literal('accepted'), claim, requestId, submittedAtMs: z.number() }),
    z.strictObject({ kind: z.literal('maybe-sent'), claim }),
    z.strictObject({ kind: z.literal('released'), fingerprint, id }),
    z.strictObject({ kind: z.literal('delivered'), ...job, destination: z.string(), atMs: z.number() }),
    z.strictObject({ kind: z.literal('unusable'), ...job, destination: z.string() }),
    z.strictObject({ kind: z.literal('ended-empty'), ...job }),
    z.strictObject({ kind: z.literal('lost'), ...job, atMs: z.number() }),
    z.strictObject({ kind: z.literal('stored'), upTo: z.number() }),
  ]);
});

/** Reads one line of the journal; undefined if it is not a record. */
export function parseRecord(line: string): JournalRecord | undefined {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    // The process was killed while it wrote, or the disk was full.
    return undefined;
  }
  return recordSchema().safeParse(json).data;
}
