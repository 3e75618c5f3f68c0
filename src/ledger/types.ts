import type { Result } from '../shared/result.ts';

/** The attempt of a workflow run that claimed an edit. */
export interface Claimant {
  readonly runId: string;
  /** From 1. */
  readonly attempt: number;
  /** Its page, for people. */
  readonly url: string;
}

interface Claim {
  /** Hex SHA-256; there is at most one entry for each. */
  readonly fingerprint: string;
  /** The edit's id when it was claimed, for people. */
  readonly edit: string;
  readonly claimant: Claimant;
  /** Milliseconds since the epoch. */
  readonly claimedAtMs: number;
  /** After this time the claimant surely sends nothing more: its deadline and a margin. */
  readonly overAtMs: number;
}

/** The work in flight of one fingerprint. */
export type LedgerEntry = Claim &
  (
    | {
        /** `claimed`: its submit may have left, or may be about to. `unclear`: it left, and no answer came. */
        readonly state: 'claimed' | 'unclear';
      }
    | {
        /** The service accepted it. It stays until its pictures are delivered, or there are none to come. */
        readonly state: 'submitted';
        readonly requestId: string;
        readonly submittedAtMs: number;
      }
  );

/** All work in flight of a repository, by fingerprint. */
export type Ledger = ReadonlyMap<string, LedgerEntry>;

/** Something that happens to an entry. */
export type LedgerChange =
  /** `replaces`: an entry in this state may be there, and goes (an unknown that is sent again on purpose). */
  | { readonly kind: 'claim'; readonly claim: Claim; readonly replaces?: 'claimed' | 'unclear' }
  | {
      readonly kind: 'submitted';
      readonly fingerprint: string;
      readonly requestId: string;
      readonly submittedAtMs: number;
    }
  | { readonly kind: 'unclear'; readonly fingerprint: string }
  /** It was surely not sent: the claim is given back. */
  | { readonly kind: 'released'; readonly fingerprint: string }
  /** Delivered, or ended without pictures. Only an entry with this request id is removed. */
  | { readonly kind: 'settled'; readonly fingerprint: string; readonly requestId: string };

/** Why a store could not be read or written: a sentence for people, what and what to do. */
export interface LedgerError {
  /** `damaged`: what is there cannot be understood (or is newer) and must not be overwritten. */
  readonly kind: 'denied' | 'damaged' | 'unreachable' | 'stopped';
  readonly message: string;
}

export type LedgerResult<T> = Result<T, LedgerError>;

/** Where the ledger is kept between runs. */
export interface LedgerStore {
  /** `version` is what `write` compares with; undefined where nothing was ever kept. */
  read(signal: AbortSignal): Promise<LedgerResult<{ readonly ledger: Ledger; readonly version: string | undefined }>>;
  /** Replaces the ledger if it is still at `version`; gives the new version, or `moved` if another run was first. */
  write(
    ledger: Ledger,
    version: string | undefined,
    signal: AbortSignal,
  ): Promise<LedgerResult<{ readonly version: string } | 'moved'>>;
}
