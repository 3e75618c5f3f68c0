import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import { startDeadline } from '../shared/deadline.ts';
import { describeAbandoned, describeFailure } from './describe-failure.ts';
import { readOnce } from './read-with-retry.ts';
import { namedForSubmit } from './submit-verdict.ts';
import type { CallDeps } from './send.ts';
import type { ModelPrice, PublishedModel, ReadAnswer } from './types.ts';

const LIMIT_MS = 15_000;

const schema = lazily(() =>
  z.object({
    base_price_usd: z.number().nonnegative(),
    price_unit: z.string().min(1),
  }),
);

/** Asks once, for at most 15 s, what the model at `url` costs. A price in an unknown form is an error, never 0. */
export async function price(
  url: string,
  deps: CallDeps,
  signal: AbortSignal,
): Promise<ReadAnswer<ModelPrice>> {
  return await readAbout('the price', url, parsePrice, deps, signal);
}

/** Asks once, for at most 15 s, what the service publishes about the model at `url`. */
export async function readPublished(
  url: string,
  deps: CallDeps,
  signal: AbortSignal,
): Promise<ReadAnswer<PublishedModel>> {
  return await readAbout("the model's schema", url, parsePublished, deps, signal);
}

async function readAbout<T>(
  what: string,
  url: string,
  parse: (body: Readonly<Record<string, unknown>>) => T | undefined,
  deps: CallDeps,
  signal: AbortSignal,
): Promise<ReadAnswer<T>> {
  using limit = startDeadline(deps.clock, LIMIT_MS, `reading ${what}`, signal);
  const read = await readOnce(url, parse, deps, limit.signal);
  if (read.ok) return { ok: true, value: read.value.parsed };
  const call = { method: 'GET', url } as const;
  if (limit.signal.aborted) return { ok: false, error: describeAbandoned(call, limit.signal, deps.redact) };
  return { ok: false, error: describeFailure(call, namedForSubmit(read.error), deps.redact) };
}

function parsePrice(body: unknown): ModelPrice | undefined {
  const wire = schema().safeParse(body).data;
  if (wire === undefined) return undefined;
  return { baseUsd: wire.base_price_usd, unit: wire.price_unit };
}

function parsePublished(body: Readonly<Record<string, unknown>>): PublishedModel | undefined {
  const { input_schema: inputSchema } = body;
  if (inputSchema === undefined || inputSchema === null) return undefined;
  const known = parsePrice(body);
  return { inputSchema, ...(known !== undefined && { price: known }) };
}
