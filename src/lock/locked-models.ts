import type { LockedModel, LockEntry, LockFile } from './types.ts';

/**
 * The schemas of the models by which these edits were checked; pure. Of several sources that have a model, the first one
 * counts. Undefined if there are none.
 */
export function gatherModels(
  edits: ReadonlyMap<string, Pick<LockEntry, 'model' | 'modelSchema'>>,
  ...sources: readonly LockFile['models'][]
): LockFile['models'] {
  const needed = [...edits.values()].flatMap(({ model, modelSchema }) =>
    modelSchema === undefined ? [] : [model],
  );
  const found = [...new Set(needed)].toSorted().flatMap((id): readonly [string, LockedModel][] => {
    const source = sources.find((each) => each !== undefined && Object.hasOwn(each, id));
    const model = source?.[id];
    return model === undefined ? [] : [[id, model]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
