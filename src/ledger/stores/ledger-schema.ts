import * as z from 'zod';

import { lazily } from '../../shared/lazily.ts';
import { isRequestId } from '../../shared/request-id.ts';

/** The form of the ledger that this version reads and writes. */
export const LEDGER_VERSION = 1;

const schemas = lazily(() => {
  const text = z.string();
  const time = z.iso.datetime();
  const fingerprint = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');

  const claim = {
    id: text.min(1),
    edit: text,
    destination: text,
    run: z.strictObject({
      id: text,
      attempt: z.int().positive(),
      job: text.exactOptional(),
      step: text,
      process: z.strictObject({ machine: text, pid: z.int().positive() }).exactOptional(),
      url: text,
    }),
    claimed_at: time,
    over_at: time,
  };
  const job = {
    request_id: z.string().refine(isRequestId, 'must be a request id'),
    submitted_at: time,
  };

  const entry = z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('claimed'), ...claim }),
    z.strictObject({ state: z.literal('maybe-sent'), ...claim }),
    z.strictObject({
      state: z.literal('accepted'),
      ...claim,
      ...job,
      unusable: z.literal(true).exactOptional(),
    }),
    z.strictObject({ state: z.literal('lost'), ...claim, ...job, lost_at: time }),
    z.strictObject({ state: z.literal('delivered'), ...claim, ...job, delivered_at: time }),
  ]);

  // Strict, so that what another version added is not silently lost.
  const ledger = z.strictObject({
    version: z.literal(LEDGER_VERSION),
    entries: z.record(fingerprint, z.array(entry).min(1)),
  });

  const layer = ledger.extend({ removed: z.array(text.min(1)).exactOptional() });
  return { claim, job, entry, ledger, layer };
});
type Schemas = ReturnType<typeof schemas>;

/** The ledger as it is written. */
export const ledgerSchema = (): Schemas['ledger'] => schemas().ledger;

/** The same above another ledger, with what counts as removed of that one. */
export const layerSchema = (): Schemas['layer'] => schemas().layer;

/** A ledger's content by its own keys. */
export type WireLedger = z.infer<Schemas['layer']>;
export type WireEntry = z.infer<Schemas['entry']>;
export type WireClaim = Pick<WireEntry, keyof Schemas['claim']>;
export type WireJob = Pick<Extract<WireEntry, { state: 'accepted' }>, keyof Schemas['job']>;
