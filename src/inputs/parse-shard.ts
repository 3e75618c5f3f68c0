import type { Result } from '../shared/result.ts';

/** Which part of a divided plan a job does. */
export type ShardInput =
  /** `index` counts from 1; 0: the edits that others use. */
  | { readonly kind: 'part'; readonly index: number; readonly of: number }
  /** Collects and delivers what the parts left, sends nothing, and reports on the whole. */
  | { readonly kind: 'merge' };

/** Reads `2/5`, `0/5` or `merge`. */
export function parseShard(text: string): Result<ShardInput, string> {
  if (text === 'merge') return { ok: true, value: { kind: 'merge' } };
  const [, index = Number.NaN, of = Number.NaN] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
  return of >= 1 && index <= of
    ? { ok: true, value: { kind: 'part', index, of } }
    : {
        ok: false,
        error: `is ${JSON.stringify(text)}. Write a part such as \`2/5\` (\`0/5\` for the edits that others use), as the output \`shards\` of the plan gives it, or \`merge\`.`,
      };
}
