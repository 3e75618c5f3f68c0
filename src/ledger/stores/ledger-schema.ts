import * as z from 'zod';

import { isRequestId } from '../../shared/request-id.ts';

/** The form of the ledger that this version reads and writes. */
export const LEDGER_VERSION = 1;

const text = z.string();
const time = z.iso.datetime();
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');

const claim = {
  edit: text,
  target: text,
  run: z.strictObject({ id: text, attempt: z.int().positive(), step: text, url: text }),
  claimed_at: time,
  over_at: time,
};
const requestId = z.string().refine(isRequestId, 'must be a request id');
const job = { request_id: requestId, submitted_at: time };

const unclear = z.strictObject({ state: z.literal('unclear'), ...claim });
const submitted = z.strictObject({
  state: z.literal('submitted'),
  ...claim,
  ...job,
  also_paid: z.array(z.strictObject(job)).min(1).optional(),
  gone_at: time.optional(),
});
const settled = z.strictObject({ state: z.literal('settled'), ...claim, ...job, settled_at: time });

const entry = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('claimed'),
    ...claim,
    in_place_of: z.discriminatedUnion('state', [unclear, submitted, settled]).optional(),
  }),
  unclear,
  submitted,
  settled,
]);

/** The ledger as it is written; strict, so that what another version added is not lost without a word. */
export const ledgerSchema = z.strictObject({
  version: z.literal(LEDGER_VERSION),
  entries: z.record(fingerprint, entry),
});

/** A ledger's content by its own keys. */
export type WireLedger = z.infer<typeof ledgerSchema>;
export type WireEntry = WireLedger['entries'][string];
export type WireClaim = Omit<z.infer<typeof unclear>, 'state'>;
export type WireReplaced = Exclude<WireEntry, { state: 'claimed' }>;
