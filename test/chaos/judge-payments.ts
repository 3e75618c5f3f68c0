import { groupOf } from './chaos-spec.ts';
import { deliveredIds, isPaid, keysOf, type AttemptRecord, type Evidence } from './evidence.ts';
import { isOnBranch, type BranchState } from './read-branch.ts';
import type { LedgerEntries } from './read-repository.ts';

/**
 * No one pays twice: a picture is sent again only if all that was sent for it before cost nothing, or was delivered, or if the attempt was allowed to send again what is unknown. Consent counts for the attempt that has it, and only once.
 */
export function judgePayments(evidence: Evidence): readonly string[] {
  const keys = new Set(evidence.submits.map(({ key }) => key));
  return [...keys].flatMap((key) => judgeKey(key, evidence));
}

function judgeKey(key: string, evidence: Evidence): readonly string[] {
  const { attempts, submits, jobs, keys } = evidence;
  /** Submits so far that may be paid for, and whose pictures no one has. */
  let open = 0;
  /** Takes of which the branch had pictures. */
  let had = 0;
  return attempts.flatMap((record, index) => {
    const endMs = attempts[index + 1]?.startedAtMs ?? Infinity;
    const isNow = (atMs: number): boolean => atMs >= record.startedAtMs && atMs < endMs;
    const sent = submits.filter((each) => each.key === key && isNow(each.atMs) && !isRefused(each)).length;
    const free = jobs.filter((job) => job.key === key && isNow(job.acceptedAtMs) && !isPaid(job)).length;
    const takes = takesOf(key, record);
    const has = countDelivered(key, index, evidence);
    open = isDelivered(key, index, evidence) && has >= takes ? 0 : Math.max(0, open - Math.max(0, has - had));
    had = has;
    // What the branch has is not made again, unless someone takes it off the branch meanwhile.
    const there = takes === 1 || record.tampered !== undefined ? 0 : countThere(key, record, keys);
    const wanted = Math.max(0, takes - open - there);
    const isOpen = open > 0 && !hasConsent(key, record, keys);
    const most =
      takes === 1
        ? isOpen
          ? 0
          : free + countTurns(record, evidence)
        : free + (isOpen ? wanted : Math.max(0, takes - there));
    open += sent - free;
    if (sent <= most) return [];
    return [`${sent} submits in attempt ${index + 1} that may be paid for, at most ${most} expected: ${key}`];
  });
}

/** How many pictures an attempt asks for in these words. */
function takesOf(key: string, { attempt }: AttemptRecord): number {
  const asked = new Set([...keysOf(attempt.spec).values()].filter((each) => groupOf(each) === key));
  return Math.max(1, asked.size);
}

/** Of how many takes the pictures were delivered before an attempt: the branches have them, or had them before someone changed them. */
function countDelivered(key: string, index: number, evidence: Evidence): number {
  const { attempts, keys, isArtifactOnly } = evidence;
  if (isArtifactOnly) return isDelivered(key, index, evidence) ? 1 : 0;
  const [record, last] = [attempts[index], attempts[index - 1]];
  const states = record === undefined ? [] : [record.before, ...record.before.others.values()];
  return countIn(key, [...states, ...(last?.tampered === undefined ? [] : [last.tampered.before])], keys);
}

function countThere(key: string, { before }: AttemptRecord, keys: Evidence['keys']): number {
  return countIn(key, [before, ...before.others.values()], keys, isOnBranch);
}

function countIn(
  key: string,
  branches: readonly BranchState[],
  keys: Evidence['keys'],
  counts: typeof isOnBranch = () => true,
): number {
  const found = branches.flatMap(({ locked, files }) =>
    Object.values(locked).flatMap((edit) => {
      const own = keys.get(edit.fingerprint) ?? '';
      return groupOf(own) === key && counts(edit, files) ? [own] : [];
    }),
  );
  return new Set(found).size;
}

function isRefused({ status }: Evidence['submits'][number]): boolean {
  return status !== undefined && status >= 400 && status < 500;
}

/** Whether the pictures were delivered before an attempt; what somebody took off the branch since may be made again. */
function isDelivered(key: string, index: number, evidence: Evidence): boolean {
  const { attempts, jobs, keys, isArtifactOnly } = evidence;
  const [record, last] = [attempts[index], attempts[index - 1]];
  if (record === undefined) return false;
  if (isArtifactOnly) {
    const delivered = deliveredIds(evidence, attempts.slice(0, index));
    const isOpen = inLedger(key, record, keys).some(({ state }) => state === 'accepted');
    return !isOpen && jobs.some((job) => job.key === key && delivered.has(job.requestId));
  }
  const branches = [record.before, ...record.before.others.values()];
  return [...branches, ...(last?.tampered === undefined ? [] : [last.tampered.before])].some(({ locked }) =>
    Object.values(locked).some(({ fingerprint }) => groupOf(keys.get(fingerprint) ?? '') === key),
  );
}

/** Runs for an artifact that began only when the other had delivered make new pictures; others count as one. */
function countTurns({ machines }: AttemptRecord, { isArtifactOnly }: Evidence): number {
  const [one, other] = machines.map(({ main }) => main);
  if (!isArtifactOnly || one === undefined || other === undefined) return 1;
  const hasFollowed = (later: typeof one, sooner: typeof one): boolean =>
    (later.lines[0]?.atMs ?? Infinity) > sooner.endedAtMs;
  return hasFollowed(one, other) || hasFollowed(other, one) ? 2 : 1;
}

function inLedger(key: string, { before }: AttemptRecord, keys: Evidence['keys']): LedgerEntries[string] {
  return Object.entries(before.ledger).flatMap(([fingerprint, entries]) =>
    groupOf(keys.get(fingerprint) ?? '') === key ? entries : [],
  );
}

/** What can be collected is never to be sent again, whatever is unknown beside it. */
function hasConsent(key: string, record: AttemptRecord, keys: Evidence['keys']): boolean {
  if (record.attempt.inputs['on-unknown'] !== 'resubmit') return false;
  const there = inLedger(key, record, keys);
  return there.length > 0 && there.every(({ state }) => state !== 'accepted');
}
