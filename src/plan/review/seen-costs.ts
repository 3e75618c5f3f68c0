import { listSettings } from '../../lock/locked-contents.ts';
import type { LockedInput, LockEntry } from '../../lock/types.ts';
import { DEFAULT_MODEL } from '../../models/default-model.ts';
import type { Model } from '../../models/types.ts';
import { MODEL } from '../../shared/model.ts';
import type { PlannedEdit } from '../types.ts';

/** An earlier edit, as far as its cost is concerned. */
export type PricedEntry = Pick<LockEntry, 'model' | 'input' | 'requestId' | 'costUsd' | 'files'>;

/** What earlier edits of one model with the same options cost. */
export interface SeenCost {
  /** The highest cost of one of them, in USD. */
  readonly highestUsd: number;
  readonly edits: number;
}

/** What is known of an edit's request before it is sent. */
export type AskedEdit = Pick<PlannedEdit, 'model' | 'lockedInput' | 'published'>;

/** Equal for two edits if they should cost the same: one model, and the same options as far as they may multiply its price. */
export function costKey(model: string, input: LockedInput, published: Model | undefined): string {
  const known = published ?? (model === MODEL ? DEFAULT_MODEL : undefined);
  const settings = [...listSettings(input)].filter(([name, value]) => {
    const key = name.replace(/^options\./, '');
    return key !== 'seed' && mayMultiply(value, known?.options.get(key));
  });
  return JSON.stringify([model, settings.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Free texts and numbers with decimals change what is made, and not how much of it. */
function mayMultiply(value: unknown, rule: ReturnType<Model['options']['get']>): boolean {
  if (typeof value === 'number') return rule?.type === 'number' ? rule.isWhole : Number.isInteger(value);
  return typeof value !== 'string' || rule?.type !== 'text' || rule.choices !== undefined;
}

/** Looks up what earlier edits like this one cost; undefined if none is known. */
export type FindSeenCost = (edit: AskedEdit) => SeenCost | undefined;

/** Gathers the costs of finished edits. Those that share a request have its cost together. */
export function createSeenCosts(earlier: Iterable<PricedEntry>): FindSeenCost {
  const byModel = Map.groupBy(earlier, ({ model }) => model);
  const known = new Map<string, ReadonlyMap<string, SeenCost>>();
  return ({ model, lockedInput, published }) => {
    const entries = byModel.get(model);
    if (entries === undefined) return undefined;
    const costs = known.get(model) ?? gatherCosts(entries, published);
    known.set(model, costs);
    return costs.get(costKey(model, lockedInput, published));
  };
}

function gatherCosts(
  entries: readonly PricedEntry[],
  published: Model | undefined,
): ReadonlyMap<string, SeenCost> {
  const requests = new Map<string, { readonly key: string; readonly usd: number }>();
  for (const { model, input, requestId, costUsd } of entries) {
    if (costUsd === undefined) continue;
    const { usd = 0 } = requests.get(requestId) ?? {};
    requests.set(requestId, { key: costKey(model, input, published), usd: Math.max(usd, costUsd) });
  }
  const byKey = Map.groupBy(requests.values(), ({ key }) => key);
  return new Map(
    [...byKey].map(([key, own]) => {
      const highestUsd = own.reduce((most, { usd }) => Math.max(most, usd), 0);
      return [key, { highestUsd, edits: own.length }];
    }),
  );
}
