import type { Answer } from './answer.ts';
import { inputSchema } from './model-schema.ts';
import { MODEL_ID, type Settings } from './options.ts';

/** The only category of the only model. */
export const CATEGORY = 'image-to-image';

/** The answer about the model. */
export function describeModel(settings: Settings): Answer {
  return { status: 200, body: { ...describeEntry(settings), input_schema: inputSchema } };
}

/** The answer to a search for models: `search`, `category`, `limit` and `offset` as the service has them. */
export function describeCatalog(settings: Settings, query: URLSearchParams): Answer {
  const entry = describeEntry(settings);
  const search = query.get('search')?.toLowerCase() ?? '';
  const isWanted =
    `${entry.model_id} ${entry.display_name}`.toLowerCase().includes(search) &&
    [null, '', CATEGORY].includes(query.get('category'));
  const found = isWanted
    ? [query.get('include_schema') === 'true' ? { ...entry, input_schema: inputSchema } : entry]
    : [];
  const offset = Number(query.get('offset') ?? 0);
  const limit = Math.min(100, Number(query.get('limit') ?? 100));
  return { status: 200, body: { models: found.slice(offset, offset + limit), total: found.length } };
}

function describeEntry({ priceUsd }: Settings) {
  return {
    model_id: MODEL_ID,
    display_name: 'Dreamina 4.0 Edit',
    categories: [CATEGORY],
    description: 'Edits pictures by a prompt.',
    base_price_usd: priceUsd,
    price_unit: 'output',
    pricing_note: `USD ${priceUsd} for each output image.`,
    model_url: `https://www.runcomfy.com/models/${MODEL_ID}`,
  };
}
