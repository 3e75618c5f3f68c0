import type { LedgerEntry as EmulatorJob } from '../../emulator/ledger.ts';
import type { RequestRecord } from '../../emulator/request-log.ts';
import { expandSpec, groupOf, type ChaosSpec } from './chaos-spec.ts';
import type { Attempt } from './plan-run.ts';
import type { RepositoryState } from './read-repository.ts';
import type { ArtifactEdit } from './read-artifacts.ts';
import type { BranchState, isOnBranch } from './read-branch.ts';
import type { MachineRun } from './run-machine.ts';
import type { Tampered } from './tamper-branch.ts';

/** An attempt that is over. */
export interface AttemptRecord {
  readonly attempt: Attempt;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  readonly machines: readonly MachineRun[];
  readonly before: RepositoryState;
  readonly after: RepositoryState;
  /** What somebody did to the branch while the runs were at work; absent if nothing. */
  readonly tampered?: Tampered;
  /** The branch at the commits that the runs named as theirs, in the order of the machines. */
  readonly reported: readonly (BranchState | undefined)[];
  /** What came to artifacts during the attempt. */
  readonly artifacts: readonly ArtifactEdit[];
}

/** A job that the service accepted. */
export interface Job {
  readonly requestId: string;
  /** Of what was asked for; see `groupOf`. */
  readonly key: string;
  readonly acceptedAtMs: number;
  readonly state: EmulatorJob['state'];
  /** Hex SHA-256 of each output, in order; empty unless it succeeded. */
  readonly outputs: readonly string[];
  readonly outputUrls: readonly string[];
  /** As sent, `data:` URIs replaced by their hashes. */
  readonly imageUrls: readonly string[];
}

/** A paid POST, accepted or not. */
export interface Submit {
  /** As of a job. */
  readonly key: string;
  readonly atMs: number;
  /** Of the answer; absent if none was sent. */
  readonly status?: number;
}

/** All that can be known of a story so far. */
export interface Evidence {
  readonly attempts: readonly AttemptRecord[];
  readonly jobs: readonly Job[];
  readonly submits: readonly Submit[];
  /** Every request to the service but our own. */
  readonly requests: readonly RequestRecord[];
  /** Keys by fingerprint, as the results files say. */
  readonly keys: ReadonlyMap<string, string>;
  /** Request ids of jobs that the service forgot. */
  readonly lost: ReadonlySet<string>;
  /**
   * The hashes of the pictures for which the service may have sent the odd file with this hash: pictures of nearly one color
   * can be one and the same GIF.
   */
  readonly disguises: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isArtifactOnly: boolean;
}

/** Request ids of all that was ever delivered to where the story delivers, up to and with the attempts given. */
export function deliveredIds(
  { isArtifactOnly }: Pick<Evidence, 'isArtifactOnly'>,
  attempts: readonly AttemptRecord[],
): ReadonlySet<string> {
  return new Set(
    attempts.flatMap(({ artifacts, before, after, tampered }) =>
      isArtifactOnly
        ? artifacts.map(({ requestId }) => requestId)
        : [before, after, ...(tampered === undefined ? [] : [tampered.before])].flatMap((state) => [
            ...state.deliveredIds,
          ]),
    ),
  );
}

/** What a prompt stood for at a time: prompts are used again once a needed edit has changed. */
export function keyAt(
  attempts: readonly Pick<AttemptRecord, 'attempt' | 'startedAtMs'>[],
  prompt: string,
  timeMs: number,
): string {
  const at = attempts.findLast(({ startedAtMs }) => startedAtMs <= timeMs) ?? attempts[0];
  const edit = expandSpec(at?.attempt.spec ?? []).find((each) => each.prompt === prompt);
  if (edit === undefined) throw new Error(`No spec asked for "${prompt}" at that time`);
  // Which take it was, only the action knows.
  return groupOf(edit.key);
}

/** The keys behind fingerprints, or a sentence for each fingerprint that stands for two keys, or the other way round. */
export function matchFingerprints(attempts: readonly AttemptRecord[]): {
  readonly keys: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
} {
  const keys = new Map<string, string>();
  const fingerprints = new Map<string, string>();
  const faults: string[] = [];
  for (const { attempt, machines } of attempts) {
    const expected = keysOf(attempt.spec);
    for (const { id, fingerprint } of machines.flatMap(({ results }) => results?.edits ?? [])) {
      const key = expected.get(id) ?? '';
      if ((keys.get(fingerprint) ?? key) !== key) faults.push(`${fingerprint} stands for two pictures`);
      if ((fingerprints.get(key) ?? fingerprint) !== fingerprint) faults.push(`${id} has two fingerprints`);
      keys.set(fingerprint, key);
      fingerprints.set(key, fingerprint);
    }
  }
  return { keys, faults };
}

/** Keys by edit id. */
export function keysOf(spec: ChaosSpec): ReadonlyMap<string, string> {
  return new Map(expandSpec(spec).map(({ id, key }) => [id, key]));
}

/** Whether a job was paid for, or will be. */
export function isPaid({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'failed' && state !== 'cancelled';
}

/** The keys of the edits that lock files have, of those that count. */
export function keysOn(
  branches: readonly BranchState[],
  { keys }: Pick<Evidence, 'keys'>,
  counts: typeof isOnBranch = () => true,
): ReadonlySet<string> {
  const found = branches.flatMap(({ locked, files }) =>
    Object.values(locked).filter((edit) => counts(edit, files)),
  );
  return new Set(found.flatMap(({ fingerprint }) => keys.get(fingerprint) ?? []));
}
