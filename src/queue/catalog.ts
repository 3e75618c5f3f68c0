import * as z from 'zod';

import { lazily } from '../shared/lazily.ts';
import { startDeadline } from '../shared/deadline.ts';
import { describeAbandoned, describeFailure } from './describe-failure.ts';
import { readOnce } from './read-with-retry.ts';
import type { CallDeps } from './send.ts';
import type { CatalogPage, ReadAnswer } from './types.ts';

const LIMIT_MS = 30_000;

/** The most entries that the service gives at once. */
const PAGE = 100;

const schema = lazily(() =>
  z.object({
    models: z.array(
      z.looseObject({
        model_id: z.string(),
        display_name: z.string().optional().catch(undefined),
        base_price_usd: z.number().nonnegative().optional().catch(undefined),
        price_unit: z.string().optional().catch(undefined),
        input_schema: z.unknown(),
      }),
    ),
    total: z.number().optional().catch(undefined),
  }),
);

/** Asks once for a page of the service's models, with their schemas. */
export async function readCatalog(
  apiUrl: string,
  { search, offset }: { readonly search: string; readonly offset: number },
  deps: CallDeps,
  signal: AbortSignal,
): Promise<ReadAnswer<CatalogPage>> {
  using limit = startDeadline(deps.clock, LIMIT_MS, 'reading the list of models', signal);
  const query = new URLSearchParams({
    search,
    include_schema: 'true',
    limit: String(PAGE),
    offset: String(offset),
  });
  const url = `${apiUrl}/v1/models?${query.toString()}`;
  const read = await readOnce(url, parsePage, deps, limit.signal);
  if (read.ok) return { ok: true, value: read.value.parsed };
  const call = { method: 'GET', url } as const;
  if (limit.signal.aborted) return { ok: false, error: describeAbandoned(call, limit.signal, deps.redact) };
  return { ok: false, error: describeFailure(call, read.error, deps.redact) };
}

function parsePage(body: unknown): CatalogPage | undefined {
  const wire = schema().safeParse(body).data;
  if (wire === undefined) return undefined;
  const models = wire.models.map((each) => ({
    id: each.model_id,
    name: each.display_name ?? each.model_id,
    inputSchema: each.input_schema,
    ...(each.base_price_usd !== undefined &&
      each.price_unit !== undefined && { price: { baseUsd: each.base_price_usd, unit: each.price_unit } }),
  }));
  return { models, total: wire.total ?? models.length };
}
