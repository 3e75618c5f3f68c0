import type { AcceptedEntry, ClaimedEntry, DeliveredEntry, Ledger, LedgerEntry, Step } from './types.ts';

/** A clock that is ahead by more than this is wrong, not just slow to be corrected or in another time zone. */
const FAR_AHEAD_MS = 24 * 60 * 60_000;

/** What is known when an entry is judged. */
export interface EntryFacts {
  readonly thisStep: Step;
  /** Unix ms, by the clock of this machine. */
  readonly nowMs: number;
  /** By the clock of a server; absent if that is not known. It counts more. */
  readonly serverMs?: number | undefined;
  /** Whether the entry's job, or this attempt of its run, has ended; absent if that is not known. It counts more than any clock. */
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
export function judgeEntry(entry: LedgerEntry, facts: EntryFacts): JudgedEntry {
  switch (entry.state) {
    case 'accepted':
      return { verdict: 'collect', entry };
    case 'delivered':
      return { verdict: 'delivered', entry };
    case 'lost':
    case 'maybe-sent':
      return { verdict: 'unknown', entry };
    case 'claimed': {
      const { step } = entry;
      const { thisStep, isRunOver } = facts;
      if (isOwn(step, thisStep)) return { verdict: 'ours', entry };
      // A run is attempted again only after it has ended.
      const isEarlier = step.runId === thisStep.runId && step.attempt < thisStep.attempt;
      // Clocks may be wrong, so they count only if no one else can answer.
      const isOver = isEarlier || (isRunOver ?? isTimeUp(entry, facts));
      return { verdict: isOver ? 'unknown' : 'other-run', entry };
    }
  }
}

/**
 * Whether a claim is over by its time. One that is dated far ahead was made by a machine with a wrong clock: it must not
 * block its edit until that date, and to send the edit again takes consent. Only a server's clock shows it, as the wrong
 * clock may be the one of this machine. Within the same run it counts for nothing: all its jobs may still be working.
 */
function isTimeUp(
  { step, claimedAtMs, overAtMs }: ClaimedEntry,
  { thisStep, nowMs, serverMs }: EntryFacts,
): boolean {
  if ((serverMs ?? nowMs) > overAtMs) return true;
  return serverMs !== undefined && step.runId !== thisStep.runId && isFarAhead(claimedAtMs, serverMs);
}

function isFarAhead(atMs: number, nowMs: number): boolean {
  return atMs - nowMs > FAR_AHEAD_MS;
}

/** Whether a claim is dated so far ahead of this machine's clock that only a server can show which of the two is wrong. */
export function hasClaimsAhead(ledger: Ledger, localMs: number): boolean {
  return [...ledger.values()]
    .flat()
    .some((entry) => entry.state === 'claimed' && isFarAhead(entry.claimedAtMs, localMs));
}

/**
 * Whether it is a claim whose step is over. That step may have recorded more between the read that showed the claim and
 * its end: only a read after the verdict is certain.
 */
export function isDeadClaim({ entry, verdict }: Pick<JudgedEntry, 'entry' | 'verdict'>): boolean {
  return entry.state === 'claimed' && verdict === 'unknown';
}

/** Whether both are the very same step. */
export function isOwn(step: Step, thisStep: Step): boolean {
  return step.runId === thisStep.runId && step.attempt === thisStep.attempt && step.name === thisStep.name;
}

/** The entry that needs consent before its edit is sent again once no run is working on it; undefined if none does. */
function findConsented(entries: readonly LedgerEntry[]): LedgerEntry | undefined {
  return pickStrongest(entries.filter(needsConsent));
}

/** What a submit over these entries does again, if anything: what needs consent, else a job that cannot be delivered. */
export function findRepeated(over: readonly LedgerEntry[]): LedgerEntry | undefined {
  return findConsented(over) ?? over.findLast(isUnusable);
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

/**
 * The entry that decides what is done about the edit; undefined if there are none. A job whose pictures cannot be
 * delivered decides only if there is nothing else to follow or to ask about.
 */
export function pickRuling(all: readonly JudgedEntry[]): JudgedEntry | undefined {
  if (all.length === 0) return undefined; // as for almost every edit
  const usable = all.filter(({ entry }) => !isUnusable(entry));
  const judged = usable.some(({ verdict }) => verdict !== 'delivered') ? usable : all;
  const most = Math.max(...judged.map(weighVerdict));
  const weighty = judged.filter((each) => weighVerdict(each) === most);
  const strongest = pickStrongest(weighty.map(({ entry }) => entry));
  return weighty.find(({ entry }) => entry === strongest);
}

/** Whether a run found that what its job made cannot be delivered. */
export function isUnusable(entry: LedgerEntry): boolean {
  return entry.state === 'accepted' && entry.isUnusable === true;
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
