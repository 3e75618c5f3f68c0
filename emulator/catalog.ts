import { refusal, type Answer } from './answer.ts';
import type { Model } from './model.ts';

/** The most entries of one answer. */
const MAX_LIMIT = 100;

/** The answer about one model. */
export function describeModel(model: Model): Answer {
  return { status: 200, body: model.document };
}

/** The answer to a search for models: `search`, `category`, `include_schema`, `limit` and `offset` as the service has them. */
export function describeCatalog(models: Iterable<Model>, query: URLSearchParams): Answer {
  const limit = readCount(query.get('limit'), MAX_LIMIT);
  const offset = readCount(query.get('offset'), 0);
  if (limit === undefined || limit > MAX_LIMIT || offset === undefined)
    return refusal(422, [`limit must be from 0 to ${MAX_LIMIT}, and offset 0 or more`]);
  const words = (query.get('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const category = query.get('category') ?? '';
  const found = [...models].filter(
    ({ id, name, categories }) =>
      words.every((word) => `${id} ${name}`.toLowerCase().includes(word)) &&
      (category === '' || categories.includes(category)),
  );
  const withSchema = query.get('include_schema') === 'true';
  const page = found.slice(offset, offset + limit).map(({ document }) => {
    const { input_schema, ...entry } = document;
    return withSchema ? { ...entry, input_schema } : entry;
  });
  return { status: 200, body: { models: page, total: found.length } };
}

/** The answer to a question for all categories. */
export function describeCategories(models: Iterable<Model>): Answer {
  const categories = new Set([...models].flatMap((model) => model.categories));
  return { status: 200, body: { categories: [...categories].sort() } };
}

/** A whole number of a query, `fallback` if it is not there, undefined if it is none. */
function readCount(text: string | null, fallback: number): number | undefined {
  if (text === null) return fallback;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
