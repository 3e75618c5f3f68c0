import { listSettings } from '../../lock/locked-contents.ts';
import type { LockedInput, LockEntry } from '../../lock/types.ts';
import { DEFAULT_MODEL } from '../../models/default-model.ts';
import type { Model, ValueRule } from '../../models/types.ts';
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

/** By any name, it is drawn at random, and never multiplies a price. */
const SEED = /(?:^|_)seed$/i;

/** Equal for two edits if they should cost the same: one model, and the same options as far as they may multiply its price. */
export function costKey(model: string, input: LockedInput, published: Model | undefined): string {
  const known = published ?? (model === MODEL ? DEFAULT_MODEL : undefined);
  const settings = [...listSettings(input)].filter(([name, value]) => {
    const key = name.replace(/^options\./, '');
    return !SEED.test(key) && mayMultiply(value, known?.options.get(key));
  });
  return JSON.stringify([model, settings.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Pictures, free texts and numbers with decimals change what is made, and not how much of it. A choice may change both. */
function mayMultiply(value: unknown, rule: ValueRule | undefined): boolean {
  switch (rule?.type) {
    case 'image':
      return false;
    case 'text':
      return rule.choices !== undefined;
    case 'number':
      return rule.isWhole || rule.choices !== undefined;
    case 'list':
      return mayMultiply(undefined, rule.items);
    case 'boolean':
    case 'map':
      return true;
    case 'any':
    case undefined:
      return typeof value !== 'number' || Number.isInteger(value);
  }
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
    // Of edits that share a request, only one has its cost. An unknown cost is not 0.
    if (costUsd === undefined || costUsd <= 0) continue;
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
