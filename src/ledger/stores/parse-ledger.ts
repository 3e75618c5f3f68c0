import * as z from 'zod';

import { breathe } from '../../shared/breathe.ts';
import { describeError } from '../../shared/describe-error.ts';
import { toSentence } from '../../shared/sentence.ts';
import {
  LEDGER_VERSION,
  layerSchema,
  ledgerSchema,
  type WireClaim,
  type WireEntry,
  type WireJob,
  type WireLedger,
} from './ledger-schema.ts';
import type { Layer } from './layer.ts';
import type { Claim, Ledger, LedgerEntry, LedgerResult, PaidJob } from '../life/types.ts';

const NOTHING_DONE = 'Nothing was sent or overwritten.';

/** Fingerprints whose entries are checked at once: some 30 ms. A ledger may have hundreds of thousands. */
const SLICE = 2000;

/**
 * Reads a ledger. `source` names where it is kept, e.g. `refs/dreamina/ledger`. One that was written by a newer version,
 * by hand or only in part is `damaged`, and never taken for an empty one. `stopped` if the signal is aborted meanwhile.
 */
export async function parseLedger(
  text: string,
  source: string,
  signal: AbortSignal,
): Promise<LedgerResult<Ledger>> {
  const layer = await parseText(text, source, ledgerSchema(), signal);
  return layer.ok ? { ok: true, value: layer.value.ledger } : layer;
}

/** Reads a ledger that may lie above another one, as `parseLedger` does. */
export async function parseLayer(
  text: string,
  source: string,
  signal: AbortSignal,
): Promise<LedgerResult<Layer>> {
  return await parseText(text, source, layerSchema(), signal);
}

async function parseText(
  text: string,
  source: string,
  schema: z.ZodType<WireLedger>,
  signal: AbortSignal,
): Promise<LedgerResult<Layer>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return damaged(source, `it is not JSON: ${describeError(error)}`);
  }
  const version = z.looseObject({ version: z.number() }).safeParse(json).data?.version;
  if (version !== undefined && version > LEDGER_VERSION)
    return newer(source, `its form is ${version}, this version knows ${LEDGER_VERSION}`);
  const ledger = new Map<string, readonly LedgerEntry[]>();
  const issues: z.core.$ZodIssue[] = [];
  let removed: readonly string[] = [];
  for (const slice of sliceEntries(json)) {
    try {
      await breathe(signal);
    } catch (error) {
      const why = toSentence(
        `the ledger of work in flight in ${source} was not read: ${describeError(error)}`,
      );
      return { ok: false, error: { kind: 'stopped', message: why } };
    }
    const parsed = schema.safeParse(slice);
    issues.push(...(parsed.error?.issues ?? []));
    removed = parsed.data?.removed ?? removed;
    for (const [fingerprint, all] of Object.entries(parsed.data?.entries ?? {}))
      ledger.set(
        fingerprint,
        all.map((wire) => fromWire(fingerprint, wire)),
      );
  }
  return issues.length === 0
    ? { ok: true, value: { ledger, removed: new Set(removed) } }
    : describeFault(source, issues, json);
}

/** The same value in parts, each with some of its entries: the whole is right if every part is. */
function* sliceEntries(json: unknown): Iterable<unknown> {
  const { entries } = (json ?? {}) as { readonly entries?: unknown };
  const isRecord = typeof entries === 'object' && entries !== null && !Array.isArray(entries);
  const all = isRecord ? Object.entries(entries) : [];
  if (all.length === 0) yield json;
  for (let at = 0; at < all.length; at += SLICE)
    yield { ...(json as object), entries: Object.fromEntries(all.slice(at, at + SLICE)) };
}

/** What is only unknown here comes from a newer version: the message must not lead anyone to discard it. */
function describeFault(
  source: string,
  issues: readonly z.core.$ZodIssue[],
  json: unknown,
): LedgerResult<never> {
  const unknown = issues.find((issue) => isUnknownHere(issue, json));
  if (unknown?.code === 'unrecognized_keys')
    return newer(source, `it has the key ${unknown.keys.join(', ')}, which this version does not know`);
  if (unknown !== undefined)
    return newer(source, `it has a state at ${nameSpot(unknown)} that this version does not know`);
  const [issue] = issues;
  return damaged(
    source,
    issue === undefined ? 'it has another form' : `${nameSpot(issue)}: ${issue.message}`,
  );
}

function isUnknownHere({ code, path }: z.core.$ZodIssue, json: unknown): boolean {
  if (code === 'unrecognized_keys') return true;
  if (path.at(-1) !== 'state') return false;
  const state = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], json);
  return typeof state === 'string';
}

function nameSpot({ path }: z.core.$ZodIssue): string {
  return path.map(String).join(' > ');
}

function newer(source: string, fact: string): LedgerResult<never> {
  const message = `The ledger of work in flight in ${source} was written by a newer version of this action (${fact}). Update the action. ${NOTHING_DONE}`;
  return { ok: false, error: { kind: 'damaged', message } };
}

/** The ledger of `source` cannot be understood; `why` is a clause. */
export function damaged(source: string, why: string): LedgerResult<never> {
  const todo = `Look at your requests on RunComfy, then remove ${source}, or set \`ledger: none\`.`;
  const message = `The ledger of work in flight in ${source} cannot be read (${why}). Only the action writes it. ${todo} ${NOTHING_DONE}`;
  return { ok: false, error: { kind: 'damaged', message } };
}

function fromWire(fingerprint: string, wire: WireEntry): LedgerEntry {
  const claim = readClaim(fingerprint, wire);
  switch (wire.state) {
    case 'claimed':
    case 'maybe-sent':
      return { ...claim, state: wire.state };
    case 'accepted':
      return {
        ...{ ...claim, state: wire.state, ...readJob(wire) },
        ...(wire.unusable === true && { isUnusable: true }),
      };
    case 'lost':
      return { ...claim, state: wire.state, ...readJob(wire), lostAtMs: Date.parse(wire.lost_at) };
    case 'delivered':
      return { ...claim, state: wire.state, ...readJob(wire), deliveredAtMs: Date.parse(wire.delivered_at) };
  }
}

function readClaim(fingerprint: string, { id, edit, destination, run, ...times }: WireClaim): Claim {
  const { id: runId, attempt, job, step: name, process, url } = run;
  return {
    id,
    fingerprint,
    edit,
    destination,
    step: {
      ...{ runId, attempt, ...(job !== undefined && { job }), name },
      ...(process !== undefined && { process }),
      url,
    },
    claimedAtMs: Date.parse(times.claimed_at),
    overAtMs: Date.parse(times.over_at),
  };
}

function readJob(wire: WireJob): PaidJob {
  return { requestId: wire.request_id, submittedAtMs: Date.parse(wire.submitted_at) };
}
