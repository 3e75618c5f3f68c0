import { isOpen } from '../ledger/life/change-entry.ts';
import { isUnusable, pickRuling } from '../ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../ledger/life/types.ts';
import { listJobs, nameJob } from '../lock/recorded-jobs.ts';
import type { LockEntry } from '../lock/types.ts';
import { decideAside, describeLostTake } from './decide-aside.ts';
import { createFinder, namesOf, type Finished, type FinishedWork } from './find-finished.ts';
import { isNewer } from './newer-entries.ts';
import { isOfThePast, outputFiles } from './outputs.ts';
import type { InFlight, PlannedAction, PlannedEdit } from './types.ts';

type Undecided = Omit<PlannedEdit, 'action'>;

/** What all decisions of one plan depend on. */
export interface Decisions extends FinishedWork {
  /** Work in flight; absent if none is known. */
  readonly inFlight?: InFlight;
  /** Commits that are newer than this run's: what was made from them stays as it is. */
  readonly newerCommits?: ReadonlySet<string>;
  /** Ids that are made again even if nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** Whether takes that are not kept are on the branch as well; otherwise they are set aside. */
  readonly takesOnBranch?: boolean;
  /** Lower-case output paths of all of them. */
  readonly takenOutputs: ReadonlySet<string>;
}

/** Creates the decider for the edits of one plan. It remembers its decisions, because equal edits are made only once. */
export function createDecider(decisions: Decisions): (edit: Undecided) => PlannedAction {
  const { recorded, inFlight, forced } = decisions;
  const finished = createFinder(decisions);
  const firstOf = new Map<string, string>();
  const done = recorded === undefined ? new Set() : listJobs(recorded);

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
  function stay(edit: Undecided, { id: from, entry, on }: Finished): PlannedAction {
    const files = outputFiles(edit, entry, decisions.takenOutputs);
    if (on === undefined) return { kind: 'unchanged', from, entry, files };
    const isInPlace =
      on.kind === 'base' &&
      from === edit.id &&
      files.every(({ path }, index) => path === entry.files[index]?.path);
    return { kind: isInPlace ? 'unchanged' : 'adopt', from, entry, files, on };
  }
  return (edit) => {
    const there = finished.findById(edit);
    const own = there?.on === undefined ? there?.entry : undefined;
    const recordedOwn = namesOf(edit.id, decisions.specIds)
      .map((name) => recorded?.lock.edits.get(name))
      .find((entry) => entry !== undefined);
    // Not even if it is forced: the newer commit may have asked for it in another way.
    const isOfNewer = recordedOwn !== undefined && isNewer(recordedOwn, decisions.newerCommits);
    // What is only remembered hides nothing of the base branch.
    if (isOfNewer && own === undefined && (recordedOwn.stored === undefined || there === undefined))
      return {
        kind: 'skip',
        reason: `the branch was made from the newer commit ${recordedOwn.specCommit ?? ''} and lacks its pictures`,
      };
    // Which take of a frozen edit is kept may change: that sends nothing.
    const isSameTake = edit.take !== undefined && there?.entry.fingerprint === edit.fingerprint;
    if ((isOfNewer || (edit.frozen && !isSameTake)) && there !== undefined) {
      const { id: from, entry, on } = there;
      return { kind: 'unchanged', from, entry, files: entry.files, ...(on !== undefined && { on }) };
    }
    const aside = decideAside(edit, recordedOwn, { ...decisions, finished });
    if (aside !== undefined) return aside;
    const isForced = forced.has(edit.id) && !edit.frozen;
    const same = finished.find(edit);
    // Also if it is forced: pictures that were paid for and never delivered are as new as any made now.
    // If an earlier run found that they cannot be delivered, `force` has the edit made again.
    const work = continueWork(
      edit,
      inFlight,
      (entry) => isSetAside(entry, same?.entry) || (isForced && isUnusableHere(entry)),
    );
    // They are also newer than what the branch had before.
    const isOutdone = work.kind === 'collect' && same !== undefined && isOfThePast(same);
    if (same !== undefined && !isForced && !isOutdone) {
      finished.take(same);
      return stay(edit, same);
    }
    // The same holds for pictures that did not come to the artifact yet.
    if (same !== undefined && work.kind === 'submit' && inFlight?.owed.has(same.entry.requestId) === true) {
      finished.take(same);
      return stay(edit, same);
    }
    // Paid work for exactly the requested pictures is collected even if the edit is frozen: it costs nothing, changes
    // no existing picture, and would be lost otherwise.
    if (edit.frozen && work.kind !== 'collect') return { kind: 'skip', reason: 'frozen in the spec' };
    const lost = isForced || work.kind === 'collect' ? undefined : describeLostTake(edit, finished);
    if (lost !== undefined) return { kind: 'skip', reason: lost };
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
