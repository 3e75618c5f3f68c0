import type { AcceptedEntry, ClaimedEntry, DeliveredEntry, LedgerEntry, Step } from './types.ts';

/** What is known when an entry is judged. */
export interface EntryFacts {
  readonly thisStep: Step;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Whether this attempt of the entry's run has ended; absent if that is not known. It counts more than `nowMs`. */
  readonly isRunOver?: boolean;
}

/** An entry with what it means for this step; see `judgeEntry`. */
export type JudgedEntry =
  | { readonly verdict: 'collect'; readonly entry: AcceptedEntry }
  | { readonly verdict: 'ours' | 'other-run'; readonly entry: ClaimedEntry }
  | { readonly verdict: 'unknown'; readonly entry: Exclude<LedgerEntry, AcceptedEntry | DeliveredEntry> }
  | { readonly verdict: 'delivered'; readonly entry: DeliveredEntry };

/**
 * What an entry means for `thisStep`; pure. `collect`: it has a request id, and costs nothing more. `other-run`:
 * another step may be about to send it. `unknown`: it may have been paid for and that can never become known, or it was
 * and its pictures are gone: only consent lets the edit be sent again. `ours`: claimed by this step, and not sent yet
 * as far as the ledger knows. `delivered`: it matters only to a run that began before.
 */
export function judgeEntry(entry: LedgerEntry, { thisStep, nowMs, isRunOver }: EntryFacts): JudgedEntry {
  switch (entry.state) {
    case 'accepted':
      return { verdict: 'collect', entry };
    case 'delivered':
      return { verdict: 'delivered', entry };
    case 'lost':
    case 'maybe-sent':
      return { verdict: 'unknown', entry };
    case 'claimed': {
      const { step, overAtMs } = entry;
      if (isOwn(step, thisStep)) return { verdict: 'ours', entry };
      // A run is attempted again only after it has ended.
      const isEarlier = step.runId === thisStep.runId && step.attempt < thisStep.attempt;
      // This machine's clock may be ahead, so it counts only if no one else can answer.
      const isOver = isEarlier || (isRunOver ?? nowMs > overAtMs);
      return { verdict: isOver ? 'unknown' : 'other-run', entry };
    }
  }
}

/** Whether both are the very same step. */
export function isOwn(step: Step, thisStep: Step): boolean {
  return step.runId === thisStep.runId && step.attempt === thisStep.attempt && step.name === thisStep.name;
}

/** The entry that needs consent before its edit is sent again once no run is working on it; undefined if none does. */
export function findConsented(entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  return pickStrongest(entries.filter(needsConsent));
}

function needsConsent({ state }: LedgerEntry): boolean {
  switch (state) {
    case 'claimed':
    case 'maybe-sent':
    case 'lost':
      return true;
    case 'accepted':
    case 'delivered':
      return false;
  }
}

/** The entry that decides what is done about the edit; undefined if there are none. */
export function pickRuling(judged: readonly JudgedEntry[]): JudgedEntry | undefined {
  const most = Math.max(...judged.map(weighVerdict));
  const weighty = judged.filter((each) => weighVerdict(each) === most);
  const strongest = pickStrongest(weighty.map(({ entry }) => entry));
  return weighty.find(({ entry }) => entry === strongest);
}

/** The entry that says most about money; the first of several jobs, the last of several others. */
export function pickStrongest(entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  const most = Math.max(...entries.map(weighState));
  const strongest = entries.filter((entry) => weighState(entry) === most);
  return strongest[0]?.state === 'accepted' ? strongest[0] : strongest.at(-1);
}

/** What can be collected comes first; then what must be waited for; then what needs consent. */
function weighVerdict({ verdict }: JudgedEntry): number {
  switch (verdict) {
    case 'collect':
      return 4;
    case 'ours':
      return 3;
    case 'other-run':
      return 2;
    case 'unknown':
      return 1;
    case 'delivered':
      return 0;
  }
}

function weighState({ state }: LedgerEntry): number {
  switch (state) {
    case 'accepted':
      return 4;
    case 'claimed':
      return 3;
    case 'maybe-sent':
      return 2;
    case 'lost':
      return 1;
    case 'delivered':
      return 0;
  }
}
