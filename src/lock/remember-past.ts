import { isDeepStrictEqual } from 'node:util';

import { MOST_PAST, type LockEntry, type PastFingerprint } from './types.ts';

/**
 * The entry with the history it has when it replaces `replaced`, whose files and entry the commit `tip` still
 * has; pure. What the edit is now is not part of its history.
 */
export function rememberPast(
  entry: LockEntry,
  replaced: LockEntry | undefined,
  tip: string | undefined,
): LockEntry {
  const commit = replaced?.stored === undefined ? tip : replaced.heldBy;
  const last =
    replaced === undefined || commit === undefined ? [] : [{ fingerprint: replaced.fingerprint, commit }];
  const all = [...last, ...(replaced?.history ?? []), ...(entry.history ?? [])];
  const history: PastFingerprint[] = [];
  for (const past of all) {
    const isKnown = history.some(({ fingerprint }) => fingerprint === past.fingerprint);
    if (past.fingerprint !== entry.fingerprint && !isKnown) history.push(past);
  }
  const recent = history.slice(0, MOST_PAST);
  return isDeepStrictEqual(recent, entry.history ?? []) ? entry : { ...entry, history: recent };
}

/** Whether two entries record the same pictures of the same edit, whatever came before them. */
export function isSameEntry(one: LockEntry, other: LockEntry): boolean {
  return isDeepStrictEqual({ ...one, history: [] }, { ...other, history: [] });
}

/** The entry as if nothing had come before it. */
export function withoutHistory(entry: LockEntry): LockEntry {
  const copy: { -readonly [K in keyof LockEntry]: LockEntry[K] } = { ...entry };
  delete copy.history;
  return copy;
}
