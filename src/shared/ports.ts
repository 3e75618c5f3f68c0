import type { Clause } from './sentence.ts';

/**
 * The outside, as seen by every feature: small interfaces that `world.ts` builds from the real runner
 * and tests build from plain objects. Nothing else in `src/` reads the clock, the environment or chance.
 */

/** Time. The only source of "now" and of waiting. */
export interface Clock {
  /** Milliseconds since the Unix epoch. May jump when the machine's clock is set: only for what others read, never for durations. */
  now(): number;
  /** Milliseconds since some moment, never jumping and never going back (monotonic): for durations and deadlines, as `sleep` counts. */
  monotonicMs(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as that is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A uniformly distributed number in [0, 1), as `Math.random` gives. */
export type Random = () => number;

/** Environment variables, unset ones being `undefined`. */
export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The step's log. Text may come from outside: the implementation neutralises workflow commands and
 * control characters, so callers pass it as it is. Several lines may be passed at once.
 */
export interface Log {
  info(text: string): void;
  /** Shown only with step debug logging (`ACTIONS_STEP_DEBUG`). */
  debug(text: string): void;
  /** Runs `body` with its lines folded under `title`. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
}

/** Resolves a host name to all of its addresses (IPv4 and IPv6); throws as `dns.lookup` does. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** What the checked-out commit has at a path. */
export type CommittedEntry =
  | { readonly kind: 'file' | 'link' | 'folder' | 'absent' }
  /** Inside the submodule at `path`. */
  | { readonly kind: 'submodule'; readonly path: string }
  /** The file is in no checkout of git. */
  | { readonly kind: 'no repository' }
  /** Git could not say. */
  | { readonly kind: 'unknown'; readonly why: Clause };

/** Looks up paths (relative to the workspace, forward slashes) in the checked-out commit. The result has an entry for each. */
export type LookUpCommitted = (
  paths: readonly string[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, CommittedEntry>>;
