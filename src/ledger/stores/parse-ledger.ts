import * as z from 'zod';

import { describeError } from '../../shared/describe-error.ts';
import {
  LEDGER_VERSION,
  ledgerSchema,
  type WireClaim,
  type WireEntry,
  type WireReplaced,
} from './ledger-schema.ts';
import type { Claim, Ledger, LedgerEntry, LedgerResult, PaidJob, ReplacedEntry } from '../life/types.ts';

const NOTHING_DONE = 'Nothing was sent or overwritten.';

/**
 * Reads a ledger. `place` says where it is kept, e.g. `refs/dreamina/ledger`. One that was written by a newer version, by
 * hand or by half is `damaged`, and never taken for an empty one.
 */
export function parseLedger(text: string, place: string): LedgerResult<Ledger> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return damaged(place, `it is no JSON: ${describeError(error)}`);
  }
  const version = z.looseObject({ version: z.number() }).safeParse(json).data?.version;
  if (version !== undefined && version > LEDGER_VERSION) {
    const message = `The ledger of work in flight in ${place} was written by a newer version of this action (its form is ${version}, this one knows ${LEDGER_VERSION}). Update the action. ${NOTHING_DONE}`;
    return { ok: false, error: { kind: 'damaged', message } };
  }
  const parsed = ledgerSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return damaged(place, `${issue?.path.map(String).join(' > ') ?? ''}: ${issue?.message ?? ''}`);
  }
  const entries = Object.entries(parsed.data.entries);
  return {
    ok: true,
    value: new Map(entries.map(([fingerprint, wire]) => [fingerprint, readEntry(fingerprint, wire)])),
  };
}

/** The ledger of `place` cannot be understood; `fault` says why, without a full stop. */
export function damaged(place: string, fault: string): LedgerResult<never> {
  const todo = `Look at your requests on RunComfy, then remove ${place}, or set \`ledger: none\`.`;
  const message = `The ledger of work in flight in ${place} cannot be read (${fault}). Only the action writes it. ${todo} ${NOTHING_DONE}`;
  return { ok: false, error: { kind: 'damaged', message } };
}

function readEntry(fingerprint: string, wire: WireEntry): LedgerEntry {
  if (wire.state !== 'claimed') return readReplaced(fingerprint, wire);
  const replaced = wire.in_place_of && readReplaced(fingerprint, wire.in_place_of);
  return {
    ...readClaim(fingerprint, wire),
    state: 'claimed',
    ...(replaced !== undefined && { inPlaceOf: replaced }),
  };
}

function readReplaced(fingerprint: string, wire: WireReplaced): ReplacedEntry {
  const claim = readClaim(fingerprint, wire);
  switch (wire.state) {
    case 'unclear':
      return { ...claim, state: 'unclear' };
    case 'settled':
      return { ...claim, state: 'settled', ...readJob(wire), settledAtMs: Date.parse(wire.settled_at) };
    case 'submitted': {
      const alsoPaid = wire.also_paid?.map(readJob);
      return {
        ...claim,
        ...{ state: 'submitted', ...readJob(wire) },
        ...(alsoPaid !== undefined && { alsoPaid }),
        ...(wire.gone_at !== undefined && { goneAtMs: Date.parse(wire.gone_at) }),
      };
    }
  }
}

function readClaim(fingerprint: string, wire: WireClaim): Claim {
  return {
    fingerprint,
    edit: wire.edit,
    target: wire.target,
    claimant: { runId: wire.run.id, attempt: wire.run.attempt, step: wire.run.step, url: wire.run.url },
    claimedAtMs: Date.parse(wire.claimed_at),
    overAtMs: Date.parse(wire.over_at),
  };
}

function readJob(wire: { readonly request_id: string; readonly submitted_at: string }): PaidJob {
  return { requestId: wire.request_id, submittedAtMs: Date.parse(wire.submitted_at) };
}
