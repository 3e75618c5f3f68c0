import { groupOf } from './chaos-spec.ts';
import {
  deliveredIds,
  isPaid,
  keysOf,
  keysOn,
  type AttemptRecord,
  type Evidence,
  type Job,
} from './evidence.ts';
import { isOnBranch, type BranchState } from './read-branch.ts';
import type { LedgerEntries } from './read-repository.ts';
import { takesOfRequests } from './takes-of-requests.ts';

/**
 * No one pays twice: a take is sent again only if all that was sent for it before cost nothing, or was delivered, or if the attempt was allowed to send again what is unknown. Consent counts for the attempt that has it, and only once.
 */
export function judgePayments(evidence: Evidence): readonly string[] {
  const groups = new Set(evidence.submits.map(({ key }) => key));
  const takes = takesOfRequests(evidence);
  return [...groups].flatMap((group) => judgeGroup(group, takes, evidence));
}

/** Judges what was sent in the same words: the service is asked alike for all takes of an edit. */
function judgeGroup(
  group: string,
  takeOf: ReadonlyMap<string, string>,
  evidence: Evidence,
): readonly string[] {
  const { attempts, submits, jobs } = evidence;
  /** Takes of which something was sent that may be paid for, and whose pictures no one has. */
  const open = new Set<string>();
  /** The same of submits whose answer no run has seen: each may be of any of these takes. */
  let unnamed: readonly ReadonlySet<string>[] = [];
  return attempts.flatMap((record, index) => {
    const endMs = attempts[index + 1]?.startedAtMs ?? Infinity;
    const isNow = (atMs: number): boolean => atMs >= record.startedAtMs && atMs < endMs;
    const sent = submits.filter((each) => each.key === group && isNow(each.atMs) && !isRefused(each)).length;
    const made = jobs.filter((job) => job.key === group && isNow(job.acceptedAtMs));
    const named = made.filter(isPaid).flatMap(({ requestId }) => takeOf.get(requestId) ?? []);
    const free = made.filter((job) => !isPaid(job)).length;

    const has = deliveredTakes(group, index, evidence);
    for (const take of has) open.delete(take);
    unnamed = unnamed.filter((takes) => ![...takes].some((take) => has.has(take)));

    const there = takesThere(group, record, evidence);
    const asked = askedTakes(group, record);
    const agreed = new Set([...asked].filter((take) => hasConsent(take, record, evidence)));
    const wanted = new Set(
      [...asked].filter((take) => !there.has(take) && (agreed.has(take) || !open.has(take))),
    );
    const closed = unnamed.filter((takes) =>
      [...takes].every((take) => wanted.has(take) && !agreed.has(take)),
    );
    const closedTakes = new Set(closed.flatMap((takes) => [...takes]));
    const turns = countTurns(record, evidence);
    const most = free + wanted.size * turns - Math.min(closed.length, closedTakes.size);

    for (const take of named) open.add(take);
    const count = sent - free - named.length;
    unnamed = [...unnamed, ...Array.from({ length: count }, () => claimedTakes(group, record, evidence))];
    return [
      ...(sent > most
        ? [`${sent} submits in attempt ${index + 1} that may be paid for, at most ${most} expected: ${group}`]
        : []),
      ...[...new Set(named)].flatMap((take) => {
        const number = named.filter((each) => each === take).length;
        const limit = wanted.has(take) ? turns : 0;
        return number > limit ? [`${number} paid jobs in attempt ${index + 1}, not ${limit}: ${take}`] : [];
      }),
    ];
  });
}

/** The takes that an attempt asks for in these words. */
function askedTakes(group: string, { attempt }: AttemptRecord): ReadonlySet<string> {
  return new Set([...keysOf(attempt.spec).values()].filter((key) => groupOf(key) === group));
}

/** Of which takes a run said, before it sent them, that it will: the submits whose answers no one has seen are among them. */
function claimedTakes(group: string, record: AttemptRecord, { keys }: Evidence): ReadonlySet<string> {
  const claimed = Object.entries(record.after.ledger).flatMap(([fingerprint, entries]) => {
    const take = keys.get(fingerprint) ?? '';
    const isOpen = entries.some((entry) => entry.request_id === undefined);
    return groupOf(take) === group && isOpen ? [take] : [];
  });
  return claimed.length > 0 ? new Set(claimed) : askedTakes(group, record);
}

/** The takes whose pictures were delivered before an attempt: the branches have them, or had them before someone changed them. */
function deliveredTakes(group: string, index: number, evidence: Evidence): ReadonlySet<string> {
  const { attempts, isArtifactOnly } = evidence;
  const [record, last] = [attempts[index], attempts[index - 1]];
  if (record === undefined) return new Set();
  if (isArtifactOnly)
    return isInArtifact(group, record, attempts.slice(0, index), evidence) ? new Set([group]) : new Set();
  const { before } = record;
  const states = [before, ...before.others.values()];
  return takesIn(
    group,
    [...states, ...(last?.tampered === undefined ? [] : [last.tampered.before])],
    evidence,
  );
}

/** The takes that the branches have and that are not to be made again, unless someone takes them off the branch meanwhile. */
function takesThere(
  group: string,
  { before, tampered }: AttemptRecord,
  evidence: Evidence,
): ReadonlySet<string> {
  if (tampered !== undefined || evidence.isArtifactOnly) return new Set();
  return takesIn(group, [before, ...before.others.values()], evidence, isOnBranch);
}

function takesIn(
  group: string,
  branches: readonly BranchState[],
  evidence: Evidence,
  counts?: typeof isOnBranch,
): ReadonlySet<string> {
  return new Set([...keysOn(branches, evidence, counts)].filter((take) => groupOf(take) === group));
}

function isInArtifact(
  group: string,
  record: AttemptRecord,
  earlier: readonly AttemptRecord[],
  evidence: Evidence,
): boolean {
  const delivered = deliveredIds(evidence, earlier);
  const isOpen = inLedger(group, record, evidence).some(({ state }) => state === 'accepted');
  return !isOpen && evidence.jobs.some((job: Job) => job.key === group && delivered.has(job.requestId));
}

function isRefused({ status }: Evidence['submits'][number]): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

/** Runs for an artifact that began only when the other had delivered make new pictures; others count as one. */
function countTurns({ machines }: AttemptRecord, { isArtifactOnly }: Evidence): number {
  const [one, other] = machines.map(({ main }) => main);
  if (!isArtifactOnly || one === undefined || other === undefined) return 1;
  const hasFollowed = (later: typeof one, sooner: typeof one): boolean =>
    (later.lines[0]?.atMs ?? Infinity) > sooner.endedAtMs;
  return hasFollowed(one, other) || hasFollowed(other, one) ? 2 : 1;
}

/** What can be collected is never to be sent again, whatever is unknown beside it. */
function hasConsent(take: string, record: AttemptRecord, evidence: Evidence): boolean {
  if (record.attempt.inputs['on-unknown'] !== 'resubmit') return false;
  const there = inLedger(take, record, evidence);
  return there.length > 0 && there.every(({ state }) => state !== 'accepted');
}

function inLedger(take: string, { before }: AttemptRecord, { keys }: Evidence): LedgerEntries[string] {
  return Object.entries(before.ledger).flatMap(([fingerprint, entries]) =>
    keys.get(fingerprint) === take ? entries : [],
  );
}
