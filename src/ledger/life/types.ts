import type { Result } from '../../shared/result.ts';

/** One attempt of one step of a workflow run: what claims edits. */
export interface Step {
  readonly runId: string;
  /** From 1. */
  readonly attempt: number;
  /** Random: jobs of one run, and steps of one job, share the run and the attempt but not their claims. */
  readonly name: string;
  /** GitHub's id of the job (`check_run_id`), if the runner names it. */
  readonly job?: string;
  /** If the system names it: on the same machine, whether it still runs can be seen. */
  readonly process?: ProcessName;
  /** Its page, for people. */
  readonly url: string;
}

/** A process, by the machine's own name and its number there. */
export interface ProcessName {
  readonly machine: string;
  readonly pid: number;
}

/** An attempt to have an edit made: by which step, and until when. */
export interface Claim {
  /** Different from that of any other claim. */
  readonly id: string;
  /** Hex SHA-256 over everything that decides the pictures. */
  readonly fingerprint: string;
  /** The edit's id when it was claimed, for people. */
  readonly edit: string;
  /** Where its pictures are to go, e.g. `branch assets:pictures` or `artifact`: only there do they count as delivered. */
  readonly destination: string;
  readonly step: Step;
  /** Milliseconds since the epoch. */
  readonly claimedAtMs: number;
  /** After this time the step certainly sends nothing more: its deadline and a margin. */
  readonly overAtMs: number;
}

/** A job that the service accepted. */
export interface PaidJob {
  readonly requestId: string;
  readonly submittedAtMs: number;
}

/** Its submit may have left, or may be about to. */
export interface ClaimedEntry extends Claim {
  readonly state: 'claimed';
}

/** It was sent and no answer came, or its run died before it said whether it sent it. */
export interface MaybeSentEntry extends Claim {
  readonly state: 'maybe-sent';
}

/** The service accepted it. It stays until its pictures are delivered, or there are none to come. */
export interface AcceptedEntry extends Claim, PaidJob {
  readonly state: 'accepted';
  /** A run found that what it made cannot be delivered. Later runs try again; one that forces the edit has it made again. */
  readonly isUnusable?: true;
}

/** Its pictures can no longer be had: it was paid for, and is not paid for again without consent. */
export interface LostEntry extends Claim, PaidJob {
  readonly state: 'lost';
  readonly lostAtMs: number;
}

/**
 * Its pictures were delivered. It stays for a while, for simultaneous runs that do not know about it: they take what
 * was made instead of paying again. A run that begins later ignores it.
 */
export interface DeliveredEntry extends Claim, PaidJob {
  readonly state: 'delivered';
  readonly deliveredAtMs: number;
}

/** What is recorded of one claim. */
export type LedgerEntry = ClaimedEntry | MaybeSentEntry | AcceptedEntry | LostEntry | DeliveredEntry;

/** An entry that has a request id. */
export type PaidEntry = Extract<LedgerEntry, PaidJob>;

/**
 * All work in flight of a repository, by fingerprint. Entries of one fingerprint are in the order in which they were
 * claimed; there is at least one. What is before an entry lies beneath it: it is dropped only once the entry's own
 * pictures are delivered.
 */
export type Ledger = ReadonlyMap<string, readonly LedgerEntry[]>;

/**
 * Something that happens to the work in flight. Events of a step's own submits carry its claim, which may be gone from
 * the store.
 */
export type LedgerChange =
  | {
      readonly kind: 'claim';
      readonly claim: Claim;
      /** Names (see `nameEntry`) of all that may be there: this claim is made in full knowledge of it. */
      readonly over: readonly string[];
    }
  | ({ readonly kind: 'accepted'; readonly claim: Claim } & PaidJob)
  /** It was sent, and no answer came. */
  | { readonly kind: 'maybe-sent'; readonly claim: Claim }
  /** It was certainly not sent. */
  | { readonly kind: 'released'; readonly fingerprint: string; readonly id: string }
  /** Counts only for a job that is to go to this destination. */
  | ({ readonly kind: 'delivered'; readonly destination: string; readonly atMs: number } & JobName)
  /** What it made cannot be delivered to this destination. */
  | ({ readonly kind: 'unusable'; readonly destination: string } & JobName)
  /** It ended, and there are no pictures to come. */
  | ({ readonly kind: 'ended-empty' } & JobName)
  /** It was paid for, and its pictures can no longer be had. */
  | ({ readonly kind: 'lost'; readonly atMs: number } & JobName);

interface JobName {
  readonly fingerprint: string;
  readonly requestId: string;
}

/** Why a store could not be read or written. */
export interface LedgerError {
  /**
   * `denied`: it may not be read or written, or there is no git to do it with, and trying again does not help.
   * `failed`: something else is broken, and trying again does not help: there may be work in flight nevertheless.
   * `damaged`: what is there cannot be understood (or is newer) and must not be overwritten.
   */
  readonly kind: 'denied' | 'failed' | 'damaged' | 'unreachable' | 'stopped';
  /** Sentences: what is wrong and what to do. */
  readonly message: string;
}

export type LedgerResult<T> = Result<T, LedgerError>;

/** The ledger as the store had it at one moment. */
export interface Snapshot {
  readonly ledger: Ledger;
  /** What `write` compares with; undefined if nothing was ever stored. */
  readonly version: string | undefined;
}

/** Keeps the ledger between runs. */
export interface LedgerStore {
  read(signal: AbortSignal): Promise<LedgerResult<Snapshot>>;
  /**
   * Replaces the ledger if it is still at `version`; returns the new version, or `moved` if another run was first.
   * After `unreachable` or `stopped` it may have been replaced nevertheless: only reading it can show that.
   */
  write(
    ledger: Ledger,
    version: string | undefined,
    signal: AbortSignal,
  ): Promise<LedgerResult<{ readonly version: string } | 'moved'>>;
}
