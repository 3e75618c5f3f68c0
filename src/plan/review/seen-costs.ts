import { listSettings } from '../../lock/locked-contents.ts';
import { sortJson } from '../../lock/sort-json.ts';
import type { Json, LockedInput, LockEntry, Recorded } from '../../lock/types.ts';
import { DEFAULT_MODEL } from '../../models/default-model.ts';
import { fitValue } from '../../models/fit-options.ts';
import type { Model, ValueRule } from '../../models/types.ts';
import { isMap } from '../../shared/is-map.ts';
import { MODEL } from '../../shared/model.ts';
import type { PlannedEdit } from '../types.ts';

/** An earlier edit, as far as its cost is concerned. */
export type PricedEntry = Pick<LockEntry, 'model' | 'input' | 'requestId' | 'costUsd' | 'files'>;

/** What is recorded of finished edits, whatever their model. */
export function listPriced(...recorded: readonly (Recorded | undefined)[]): readonly PricedEntry[] {
  return recorded.flatMap((each) => (each === undefined ? [] : [...each.lock.edits.values()]));
}

/** What earlier edits of one model with the same options cost. */
export interface SeenCost {
  /** The highest cost of one of them, in USD. */
  readonly highestUsd: number;
  readonly edits: number;
}

/** What is known of an edit's request before it is sent. */
export type AskedEdit = Pick<PlannedEdit, 'model' | 'lockedInput' | 'published'>;

/** By any name, it is drawn at random, and never multiplies a price. */
const SEED = /seed$/i;

/** How much a text or a picture counts, by the names that services give it. Other fractions may be sizes or qualities. */
const WEIGHT = /weight|strength|scale|guidance|influence/i;

/** One word such as `1024x1024`, `2K` or `high` may be a setting even if its choices are not published. */
const WORD = /^(?:[^\s/]{1,40}|\d+ ?[x×*:] ?\d+)$/;

/**
 * Equal for two edits if they should cost the same: one model, and the same options as far as they may multiply its price.
 * All may, except for what only changes the picture: seeds, pictures, prompts and other texts, and weights.
 */
export function costKey(model: string, input: LockedInput, published: Model | undefined): string {
  const known = published ?? (model === MODEL ? DEFAULT_MODEL : undefined);
  const settings = [...listSettings(input)].map(([name, value]): readonly [string, Json | undefined] => {
    const key = name.replace(/^options\./, '');
    const rule = known?.options.get(key);
    return [name, keepPriced(key, fitValue(rule, value), rule)];
  });
  return JSON.stringify([model, sortJson(Object.fromEntries(dropEmpty(settings)))]);
}

/** The part of a value that may multiply a price; undefined if there is none. */
function keepPriced(key: string, value: Json, rule: ValueRule | undefined): Json | undefined {
  if (SEED.test(key) || rule?.type === 'image') return undefined;
  if (rule?.choices !== undefined) return value;
  if (Array.isArray(value)) {
    const items = rule?.type === 'list' ? rule.items : undefined;
    const kept = (value as readonly Json[]).flatMap((each) =>
      typeof each === 'string' && !hasChoices(items) ? [] : (keepPriced('', each, items) ?? []),
    );
    return kept.length === 0 ? undefined : kept;
  }
  if (isMap(value)) {
    const keys = rule?.type === 'map' ? rule.keys : undefined;
    const kept = dropEmpty(
      Object.entries(value).map(([name, each]) => [name, keepPriced(name, each as Json, keys?.get(name))]),
    );
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
  if (typeof value === 'string') return /prompt/i.test(key) || !WORD.test(value) ? undefined : value;
  return WEIGHT.test(key) && isFraction(rule) ? undefined : value;
}

function hasChoices(rule: ValueRule | undefined): boolean {
  return rule !== undefined && rule.type !== 'image' && rule.choices !== undefined;
}

/** A fraction of at most 1 is not a number of pictures. */
function isFraction(rule: ValueRule | undefined): boolean {
  return rule?.type === 'number' && !rule.isWhole && (rule.range.most?.value ?? Infinity) <= 1;
}

function dropEmpty(
  entries: readonly (readonly [string, Json | undefined])[],
): readonly (readonly [string, Json])[] {
  return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

/** The costs of finished edits. */
export interface SeenCosts {
  /** The cost key of an edit, found once for each: it is asked for again and again while a run goes on. */
  keyOf(edit: AskedEdit): string;
  /** What earlier edits like this one cost; undefined if none is known. */
  find(edit: AskedEdit): SeenCost | undefined;
}

/** Gathers the costs of finished edits. Those that share a request have its cost together. */
export function createSeenCosts(earlier: Iterable<PricedEntry> = []): SeenCosts {
  const byModel = Map.groupBy(earlier, ({ model }) => model);
  const known = new Map<string, ReadonlyMap<string, SeenCost>>();
  const keys = new WeakMap<AskedEdit, string>();
  const keyOf = (edit: AskedEdit): string => {
    const key = keys.get(edit) ?? costKey(edit.model, edit.lockedInput, edit.published);
    keys.set(edit, key);
    return key;
  };
  return {
    keyOf,
    find: (edit) => {
      const { model, published } = edit;
      const entries = byModel.get(model);
      if (entries === undefined) return undefined;
      const costs = known.get(model) ?? gatherCosts(entries, published);
      known.set(model, costs);
      return costs.get(keyOf(edit));
    },
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
