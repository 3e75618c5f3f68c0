import type { Result } from '../../shared/result.ts';

/** The step of a workflow run that claimed an edit. */
export interface Claimant {
  readonly runId: string;
  /** From 1. */
  readonly attempt: number;
  /** Random: jobs of one run, and steps of one job, share the run and the attempt but not their claims. */
  readonly step: string;
  /** Its page, for people. */
  readonly url: string;
}

/** An edit that is about to be paid for, by whom and until when. */
export interface Claim {
  /** Hex SHA-256; there is at most one entry for each. */
  readonly fingerprint: string;
  /** The edit's id when it was claimed, for people. */
  readonly edit: string;
  /** Where its pictures are to go, e.g. `branch assets:pictures` or `artifact`: only there they count as delivered. */
  readonly target: string;
  readonly claimant: Claimant;
  /** Milliseconds since the epoch. */
  readonly claimedAtMs: number;
  /** After this time the claimant surely sends nothing more: its deadline and a margin. */
  readonly overAtMs: number;
}

/** A job that the service accepted. */
export interface PaidJob {
  readonly requestId: string;
  readonly submittedAtMs: number;
}

/** The work in flight of one fingerprint. */
export type LedgerEntry = Claim &
  (
    | {
        /** Its submit may have left, or may be about to. */
        readonly state: 'claimed';
        /** What it took the place of: stands here again if nothing is sent after all. */
        readonly inPlaceOf?: ReplacedEntry;
      }
    | {
        /** It left, and no answer came. */
        readonly state: 'unclear';
      }
    | (PaidJob & {
        /** The service accepted it. It stays until its pictures are delivered, or there are none to come. */
        readonly state: 'submitted';
        /** Jobs of other runs for the same pictures, paid for in spite of everything: none is forgotten. Not empty. */
        readonly alsoPaid?: readonly PaidJob[];
        /** Since when its pictures can no longer be had (Unix ms): paid for, and nobody is to pay again unasked. */
        readonly goneAtMs?: number;
      })
    | (PaidJob & {
        /**
         * It was delivered, and stays for a while for runs at the same time that saw nothing of it: they take what was made
         * rather than pay again. To a run that begins later it is as if it were not there.
         */
        readonly state: 'settled';
        /** Milliseconds since the epoch. */
        readonly settledAtMs: number;
      })
  );

/** An entry that a claim may take the place of: unclear, gone, or delivered a while ago. */
export type ReplacedEntry = Exclude<LedgerEntry, { readonly state: 'claimed' }>;

/** An entry whose job can be collected by its request id. */
export type PaidEntry = Extract<LedgerEntry, PaidJob>;

/** All work in flight of a repository, by fingerprint. */
export type Ledger = ReadonlyMap<string, LedgerEntry>;

/** Something that happens to an entry. Those that were paid for carry their claim: it may be gone from the store. */
export type LedgerChange =
  | {
      readonly kind: 'claim';
      readonly claim: Claim;
      /** Whose claim may be there without a request id, and goes: an unknown that is sent again on purpose. */
      readonly replaces?: Claimant;
      /** Request id of the only job that may be there, and goes: it was delivered, or its pictures are gone. */
      readonly replacesJob?: string;
    }
  | ({ readonly kind: 'submitted'; readonly claim: Claim } & PaidJob)
  /** It left, and no answer came. */
  | { readonly kind: 'unclear'; readonly claim: Claim }
  /** It was surely not sent: the claim is given back. */
  | { readonly kind: 'released'; readonly fingerprint: string }
  /** Delivered, or ended without pictures. Only a job with this request id is touched. */
  | {
      readonly kind: 'settled';
      readonly fingerprint: string;
      readonly requestId: string;
      /** Where and when (Unix ms); a job that is to go elsewhere stays. Absent where there are no pictures to come. */
      readonly delivered?: { readonly target: string; readonly atMs: number };
    }
  /** Paid for, but its pictures can no longer be had since then (Unix ms): kept, so that nobody pays again unasked. */
  | {
      readonly kind: 'gone';
      readonly fingerprint: string;
      readonly requestId: string;
      readonly atMs: number;
    };

/** Why a store could not be read or written: a sentence for people, what and what to do. */
export interface LedgerError {
  /**
   * `denied`: it may not be read or written, or there is no git to do it with, and trying again will not help.
   * `failed`: something else is broken, and trying again will not help: what is in flight may be there all the same.
   * `damaged`: what is there cannot be understood (or is newer) and must not be overwritten.
   */
  readonly kind: 'denied' | 'failed' | 'damaged' | 'unreachable' | 'stopped';
  readonly message: string;
}

export type LedgerResult<T> = Result<T, LedgerError>;

/** The ledger as it was kept at one moment. */
export interface KeptLedger {
  readonly ledger: Ledger;
  /** What `write` compares with; undefined where nothing was ever kept. */
  readonly version: string | undefined;
}

/** Where the ledger is kept between runs. */
export interface LedgerStore {
  read(signal: AbortSignal): Promise<LedgerResult<KeptLedger>>;
  /**
   * Replaces the ledger if it is still at `version`; gives the new version, or `moved` if another run was first.
   * After `unreachable` or `stopped` it may have been replaced all the same: only reading it tells.
   */
  write(
    ledger: Ledger,
    version: string | undefined,
    signal: AbortSignal,
  ): Promise<LedgerResult<{ readonly version: string } | 'moved'>>;
}
