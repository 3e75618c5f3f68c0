import type { LockFile } from '../../lock/types.ts';

/** The commits that an edit's history names for `wanted` pictures (fingerprints), each once; pure. */
export function listPast({ edits }: Pick<LockFile, 'edits'>, wanted: ReadonlySet<string>): readonly string[] {
  const past = [...edits.values()].flatMap(({ history = [] }) => history);
  const commits = past.filter(({ fingerprint }) => wanted.has(fingerprint)).map(({ commit }) => commit);
  return [...new Set(commits)];
}
