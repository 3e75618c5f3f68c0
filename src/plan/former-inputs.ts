import { listOptions } from '../lock/locked-contents.ts';
import type { Recorded } from '../lock/types.ts';
import type { Options } from '../models/check-options.ts';
import { DEFAULT_MODEL } from '../models/default-model.ts';
import { hasOption } from '../models/own-keys.ts';
import { readModel } from '../models/read-model.ts';
import type { Model } from '../models/types.ts';
import type { InspectedEdit } from '../references/types.ts';
import { MODEL } from '../shared/model.ts';
import type { BaseWork } from './types.ts';

/**
 * The options that an edit may have had before its model's schema changed, because `defaults` are only for models that have the
 * key: by the schemas that the lock files last saw, and by what is recorded of the edit. Pure.
 */
export function listFormerOptions(
  { id, model, options, defaultOptions, published }: InspectedEdit,
  { recorded, base }: { readonly recorded?: Recorded; readonly base?: BaseWork },
): readonly Options[] {
  if (defaultOptions === undefined) return [];
  const locks = [recorded?.lock, base?.recorded.lock].filter((lock) => lock !== undefined);
  const seen = locks.flatMap(({ models = {} }) =>
    Object.hasOwn(models, model) ? (models[model] ?? []) : [],
  );
  const former = seen
    .filter(({ digest }) => digest !== published?.digest)
    .flatMap(({ schema }): readonly Model[] => {
      const read = readModel(model, schema);
      return read.ok ? [read.value] : [];
    });
  if (model === MODEL && published !== undefined) former.push(DEFAULT_MODEL);
  const known = new Set([published?.digest, ...seen.map(({ digest }) => digest)]);
  const recordedKeys = locks
    .flatMap(({ edits }) => edits.get(id) ?? [])
    .filter((entry) => entry.model === model && !known.has(entry.modelSchema))
    .map(({ input }) => new Set(Object.keys(listOptions(input))));
  const own = Object.entries(options).filter(([key]) => !Object.hasOwn(defaultOptions, key));
  const inherit = (has: (key: string) => boolean): Options =>
    Object.fromEntries([...own, ...Object.entries(defaultOptions).filter(([key]) => has(key))]);
  return [
    ...former.map((each) => inherit((key) => hasOption(each, key))),
    ...recordedKeys.map((keys) => inherit((key) => keys.has(key))),
  ];
}
