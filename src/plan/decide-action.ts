import { isOpen } from '../ledger/life/change-entry.ts';
import { isUnusable, pickRuling } from '../ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../ledger/life/types.ts';
import { listJobs, nameJob } from '../lock/recorded-jobs.ts';
import type { LockEntry, Recorded } from '../lock/types.ts';
import { fileExtension } from '../media/formats.ts';
import type { MediaFile } from '../media/types.ts';
import { isNewer } from './newer-entries.ts';
import { numberOutputs } from './outputs.ts';
import type { InFlight, PlannedAction, PlannedEdit } from './types.ts';

type Undecided = Omit<PlannedEdit, 'action'>;

/** What all decisions of one plan depend on. */
export interface Decisions {
  /** Finished work; absent if nothing is recorded. */
  readonly recorded?: Recorded;
  /** Work in flight; absent if none is known. */
  readonly inFlight?: InFlight;
  /** Commits that are newer than this run's: what was made from them stays as it is. */
  readonly newerCommits?: ReadonlySet<string>;
  /** Ids that are made again even if nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** Every id of the spec, including edits that are not part of this run. */
  readonly specIds: ReadonlySet<string>;
  /** Lower-case output paths of all of them. */
  readonly takenOutputs: ReadonlySet<string>;
}

/** Creates the decider for the edits of one plan. It remembers its decisions, because equal edits are made only once. */
export function createDecider(decisions: Decisions): (edit: Undecided) => PlannedAction {
  const { recorded, inFlight, forced } = decisions;
  const byFingerprint = Map.groupBy(recorded?.lock.edits ?? [], ([, entry]) => entry.fingerprint);
  const firstOf = new Map<string, string>();
  /** Ids of entries whose files move to a renamed edit. */
  const taken = new Set<string>();
  const done = recorded === undefined ? new Set() : listJobs(recorded);
  const isThere = (entry: LockEntry): boolean => entry.files.every(({ path }) => recorded?.paths.has(path));

  function findOwn({ id }: Undecided): LockEntry | undefined {
    const entry = recorded?.lock.edits.get(id);
    return entry !== undefined && isThere(entry) ? entry : undefined;
  }
  /** An entry of another edit that has this edit's pictures. */
  function findSame(edit: Undecided): readonly [id: string, entry: LockEntry] | undefined {
    const same = (byFingerprint.get(edit.fingerprint) ?? []).filter(([, entry]) => isThere(entry));
    const isLeft = ([id]: readonly [string, LockEntry]): boolean => !decisions.specIds.has(id);
    return (
      // A renamed edit comes first: its files move. The files of an edit that is still in the spec are copied, unless
      // this edit is frozen: a frozen edit stays as it is, even without pictures.
      same.find((each) => isLeft(each) && !taken.has(each[0])) ??
      same.find(isLeft) ??
      (edit.frozen ? undefined : same[0])
    );
  }
  /**
   * Whether a job's pictures are recorded already: the run that delivered them ended before it updated the ledger. One that
   * is for another destination stays in the ledger until a run delivers it there: it must not replace pictures that are newer.
   */
  function isSetAside(entry: LedgerEntry, there: LockEntry | undefined): boolean {
    if (!isOpen(entry)) return false;
    const isOurs = entry.destination === inFlight?.destination;
    const isNewerThere = there !== undefined && Date.parse(there.submittedAt) >= entry.submittedAtMs;
    return done.has(nameJob(entry)) || (!isOurs && isNewerThere);
  }
  function isUnusableHere(entry: LedgerEntry): boolean {
    return isUnusable(entry) && entry.destination === inFlight?.destination;
  }
  function stay(edit: Undecided, from: string, entry: LockEntry): PlannedAction {
    taken.add(from);
    return { kind: 'unchanged', from, entry, files: outputFiles(edit, entry, decisions.takenOutputs) };
  }
  return (edit) => {
    const own = findOwn(edit);
    const recordedOwn = recorded?.lock.edits.get(edit.id);
    // Not even if it is forced: the newer commit may have asked for it in another way.
    const isOfNewer = recordedOwn !== undefined && isNewer(recordedOwn, decisions.newerCommits);
    if (isOfNewer && own === undefined)
      return {
        kind: 'skip',
        reason: `the branch was made from the newer commit ${recordedOwn.specCommit ?? ''} and lacks its pictures`,
      };
    if ((edit.frozen || isOfNewer) && own !== undefined)
      return { kind: 'unchanged', from: edit.id, entry: own, files: own.files };
    const isForced = forced.has(edit.id) && !edit.frozen;
    const same = own?.fingerprint === edit.fingerprint ? ([edit.id, own] as const) : findSame(edit);
    if (same !== undefined && !isForced) return stay(edit, ...same);
    // Also if it is forced: pictures that were paid for and never delivered are as new as any made now.
    // If an earlier run found that they cannot be delivered, `force` has the edit made again.
    const work = continueWork(
      edit,
      inFlight,
      (entry) => isSetAside(entry, same?.[1]) || (isForced && isUnusableHere(entry)),
    );
    // The same holds for pictures that did not come to the artifact yet.
    if (same !== undefined && work.kind === 'submit' && inFlight?.owed.has(same[1].requestId) === true)
      return stay(edit, ...same);
    // Paid work for exactly the requested pictures is collected even if the edit is frozen: it costs nothing, changes
    // no existing picture, and would be lost otherwise.
    if (edit.frozen && work.kind !== 'collect') return { kind: 'skip', reason: 'frozen in the spec' };
    const twin = firstOf.get(edit.fingerprint);
    if (twin !== undefined) return { kind: 'share', with: twin };
    firstOf.set(edit.fingerprint, edit.id);
    return work;
  };
}

/** What to do about an edit whose pictures are not there, by what is in flight of it. */
function continueWork(
  { fingerprint }: Undecided,
  inFlight: InFlight | undefined,
  isSetAside: (entry: LedgerEntry) => boolean,
): PlannedAction {
  const judged = inFlight?.entries.get(fingerprint) ?? [];
  const over = judged.map(({ entry }) => entry);
  const ruling = pickRuling(judged.filter(({ entry }) => !isSetAside(entry)));
  switch (ruling?.verdict) {
    case undefined:
    case 'ours':
      return { kind: 'submit', over };
    case 'delivered':
      return inFlight?.deliveredSince.has(ruling.entry.requestId) === true
        ? { kind: 'collect', entry: ruling.entry }
        : { kind: 'submit', over };
    case 'collect':
      return { kind: 'collect', entry: ruling.entry };
    case 'other-run':
      return { kind: 'other-run', entry: ruling.entry };
    case 'unknown':
      return inFlight?.onUnknown === 'resubmit'
        ? { kind: 'submit', over }
        : { kind: 'hold', entry: ruling.entry };
  }
}

/** The entry's files at the edit's current output paths. */
function outputFiles(edit: Undecided, entry: LockEntry, taken: ReadonlySet<string>): readonly MediaFile[] {
  const paths = numberOutputs(edit.output, entry.files.length, taken);
  return entry.files.map((file, index) => ({
    ...file,
    path: `${paths[index] ?? edit.output}.${fileExtension(file.type)}`,
  }));
}
