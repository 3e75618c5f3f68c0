import type { LockedFile, LockedRenditions } from '../lock/types.ts';

/**
 * The renditions of two branches together; pure. A path that both have for different pictures belongs to the picture that the
 * merged lock file has (`originals`: their SHA-256), and otherwise to that of `base`.
 */
export function mergeRenditions(
  head: LockedRenditions,
  base: LockedRenditions,
  originals: ReadonlySet<string>,
): LockedRenditions {
  const owners = new Map<string, string>();
  const claim = (records: LockedRenditions, isWanted: boolean): void => {
    for (const [original, bySettings] of Object.entries(records)) {
      if (originals.has(original) !== isWanted) continue;
      for (const [key, { files }] of Object.entries(bySettings))
        for (const { path } of files) if (!owners.has(path)) owners.set(path, `${original} ${key}`);
    }
  };
  for (const isWanted of [true, false]) for (const records of [base, head]) claim(records, isWanted);
  const merged: Record<string, Record<string, LockedRenditions[string][string]>> = {};
  // The base comes last, so that what both have is as it is there.
  for (const records of [head, base]) {
    for (const [original, bySettings] of Object.entries(records)) {
      for (const [key, record] of Object.entries(bySettings)) {
        const isOwn = ({ path }: LockedFile): boolean => owners.get(path) === `${original} ${key}`;
        const known = merged[original]?.[key]?.files ?? [];
        const own = record.files.filter(isOwn);
        const others = known.filter(({ path }) => !own.some((file) => file.path === path));
        const files = [...others, ...own];
        if (files.length > 0) merged[original] = { ...merged[original], [key]: { ...record, files } };
      }
    }
  }
  return merged;
}
