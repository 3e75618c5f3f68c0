import type { PaidJob } from '../ledger/life/types.ts';
import type { LockEntry, Recorded } from '../lock/types.ts';
import { fileExtension } from '../media/formats.ts';
import type { MediaFile } from '../media/types.ts';
import { isUnclear } from '../ledger/life/describe-unclear.ts';
import { numberOutputs } from './number-outputs.ts';
import type { InFlight, PlannedAction, PlannedEdit } from './types.ts';

type Undecided = Omit<PlannedEdit, 'action'>;

/** What the decisions of one plan share. */
export interface Decisions {
  /** Finished work; absent where nothing is recorded. */
  readonly recorded?: Recorded;
  /** Work in flight; absent where nothing is known of any. */
  readonly inFlight?: InFlight;
  /** Ids that are made again though nothing changed. */
  readonly forced: ReadonlySet<string>;
  /** Every id of the spec, also of edits that this run is not about. */
  readonly specIds: ReadonlySet<string>;
  /** Lower-case output paths of all of them. */
  readonly takenOutputs: ReadonlySet<string>;
}

/** A decider for the edits of one plan. It remembers what was decided, as two edits that are the same are made once. */
export function createDecider(decisions: Decisions): (edit: Undecided) => PlannedAction {
  const { recorded, inFlight, forced } = decisions;
  const byFingerprint = Map.groupBy(recorded?.lock.edits ?? [], ([, entry]) => entry.fingerprint);
  const firstOf = new Map<string, string>();
  /** Ids of entries whose files go along with a renamed edit. */
  const taken = new Set<string>();
  const isThere = (entry: LockEntry): boolean => entry.files.every(({ path }) => recorded?.paths.has(path));

  function findOwn({ id }: Undecided): LockEntry | undefined {
    const entry = recorded?.lock.edits.get(id);
    return entry !== undefined && isThere(entry) ? entry : undefined;
  }
  /** Another edit's entry that has the edit's pictures. */
  function findSame(edit: Undecided): readonly [id: string, entry: LockEntry] | undefined {
    const same = (byFingerprint.get(edit.fingerprint) ?? []).filter(([, entry]) => isThere(entry));
    const isLeft = ([id]: readonly [string, LockEntry]): boolean => !decisions.specIds.has(id);
    return (
      // A renamed edit first: its files move. Those of one that is still in the spec are copied, but for a frozen edit:
      // what it has is left as it is, also where that is nothing.
      same.find((each) => isLeft(each) && !taken.has(each[0])) ??
      same.find(isLeft) ??
      (edit.frozen ? undefined : same[0])
    );
  }
  /** Whether a job's pictures stand there: the run that brought them did not get to say so. */
  function isDelivered({ fingerprint }: Undecided, { requestId }: PaidJob): boolean {
    const same = byFingerprint.get(fingerprint) ?? [];
    return same.some(([, entry]) => entry.requestId === requestId && isThere(entry));
  }
  return (edit) => {
    const own = findOwn(edit);
    if (edit.frozen && own !== undefined)
      return { kind: 'unchanged', from: edit.id, entry: own, files: own.files };
    const isForced = forced.has(edit.id) && !edit.frozen;
    const same = own?.fingerprint === edit.fingerprint ? ([edit.id, own] as const) : findSame(edit);
    if (same !== undefined && !isForced) {
      const [from, entry] = same;
      taken.add(from);
      return { kind: 'unchanged', from, entry, files: placeFiles(edit, entry, decisions.takenOutputs) };
    }
    // Also where it is forced: what was paid for and never delivered is as new as what would be paid for now.
    const work = continueWork(edit, inFlight, (job) => isDelivered(edit, job));
    // What is paid for already, for the very pictures that the spec asks for, is collected all the same: it costs nothing,
    // changes nothing that is there, and would be lost otherwise.
    if (edit.frozen && work.kind !== 'collect')
      return { kind: 'skip', reason: 'frozen in the spec: it is left as it is' };
    const twin = firstOf.get(edit.fingerprint);
    if (twin !== undefined) return { kind: 'share', with: twin };
    firstOf.set(edit.fingerprint, edit.id);
    return work;
  };
}

/** What is to be done about an edit whose pictures are not there, by what is in flight of it. */
function continueWork(
  edit: Undecided,
  inFlight: InFlight | undefined,
  isDone: (job: PaidJob) => boolean,
): PlannedAction {
  const entry = inFlight?.ledger.get(edit.fingerprint);
  if (inFlight === undefined || entry === undefined) return { kind: 'submit' };
  // To a run that begins now it is as if it were not there.
  if (entry.state === 'settled') return { kind: 'submit', replaces: entry };
  if (entry.state === 'submitted' && !isUnclear(entry)) {
    const job = [entry, ...(entry.alsoPaid ?? [])].find((each) => !isDone(each));
    if (job === undefined) return { kind: 'submit', replaces: entry };
    const { requestId, submittedAtMs } = job;
    return { kind: 'collect', entry: { ...entry, requestId, submittedAtMs } };
  }
  switch (inFlight.verdict(entry)) {
    case 'ours':
      return { kind: 'submit' };
    case 'other-run':
      return { kind: 'other-run', entry };
    case 'collect':
    case 'settled':
    case 'unknown':
      return inFlight.onUnknown === 'hold' ? { kind: 'hold', entry } : { kind: 'submit', replaces: entry };
  }
}

/** The entry's files at the paths that the edit gives them now. */
function placeFiles(edit: Undecided, entry: LockEntry, taken: ReadonlySet<string>): readonly MediaFile[] {
  const paths = numberOutputs(edit.output, entry.files.length, taken);
  return entry.files.map((file, index) => ({
    ...file,
    path: `${paths[index] ?? edit.output}.${fileExtension(file.type)}`,
  }));
}
