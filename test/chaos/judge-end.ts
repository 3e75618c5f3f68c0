import { expandSpec, groupOf } from './chaos-spec.ts';
import { keysOf, keysOn, type AttemptRecord, type Evidence } from './evidence.ts';
import { isOnBranch } from './read-branch.ts';
import type { ResultsEdit } from './results-file.ts';
import type { MachineRun } from './run-machine.ts';

/** What is pending without a request of its own. */
const HAS_NO_JOB = new Set(['other-run', 'not-committed']);

const THERE = new Set(['succeeded', 'adopted', 'unchanged']);

/** What the runs of the last attempt said about themselves agrees with the facts. */
export function judgeEnds(evidence: Evidence): readonly string[] {
  const last = evidence.attempts.at(-1);
  return last?.machines.flatMap((machine, index) => judgeMachine(machine, index, last, evidence)) ?? [];
}

function judgeMachine(
  machine: MachineRun,
  index: number,
  last: AttemptRecord,
  evidence: Evidence,
): readonly string[] {
  const { main, post, results, ending } = machine;
  const faults: string[] = [];
  const expect = (isFine: boolean, fault: string): void => {
    if (!isFine) faults.push(fault);
  };

  for (const { entry, result } of [main, ...(post === undefined ? [] : [post])]) {
    expect(result.stderr === '', `${entry} wrote to stderr: ${result.stderr}`);
    expect(!/\b[Aa]n internal error\b/.test(result.stdout), `${entry} met an internal error`);
  }
  expect(
    post === undefined || post.result.exitCode === 0,
    `post ended with ${String(post?.result.exitCode)}`,
  );
  if (ending.how === 'cancelled')
    expect(main.result.signal !== 'SIGKILL', 'main did not end within 10 s of SIGINT');
  if (main.result.exitCode === undefined) return faults;

  const { outputs, state, exitCode } = main.result;
  const outcome = outputs['outcome'] ?? '';
  const edits = results?.edits ?? [];
  const isEnded = state['ended'] === 'true';
  if (isEnded) {
    const { stdout = '', summary = '' } = post?.result ?? {};
    expect(stdout === '' && summary === '', `post did something after a good end: ${stdout}${summary}`);
    if (last.machines.length === 1)
      expect((post?.requests ?? 0) === 0, 'post asked for something after a good end');
  }
  expect(results !== undefined, 'there is no results file');
  expect(results?.complete === true, 'the results file is not complete');
  expect(
    results?.outcome === outcome,
    `outcome is ${outcome}, the results file says ${String(results?.outcome)}`,
  );
  const ids = expandSpec(last.attempt.spec).map(({ id }) => id);
  if (edits.length > 0)
    expect(
      edits
        .map(({ id }) => id)
        .toSorted()
        .join() === ids.toSorted().join(),
      'an edit is missing in the results',
    );

  const isWhole = edits.length > 0 && edits.every((edit) => THERE.has(edit.state));
  const isGood = outcome === 'success' || outcome === 'unchanged';
  expect(isGood === (exitCode === 0), `the outcome is ${outcome}, the exit code ${exitCode}`);
  expect(!isGood || isWhole, `the outcome is ${outcome}, and not every edit is there`);
  if (isGood && evidence.isArtifactOnly) faults.push(...missingInArtifacts(edits, last));
  else if (isGood) faults.push(...missingOnBranch(last, index, evidence));
  return [...faults, ...edits.flatMap((edit) => judgeEdit(edit, last, evidence))];
}

/** What a good end promises is on the branch; if somebody changed that, then at the commit that the run named. */
function missingOnBranch(
  { attempt, after, tampered, reported }: AttemptRecord,
  index: number,
  { keys }: Evidence,
): readonly string[] {
  const branch = tampered === undefined ? after : reported[index];
  if (branch === undefined) return ['a good end names no commit'];
  const beneath = (attempt.place?.beneath ?? []).flatMap((name) => after.others.get(name) ?? []);
  return [...keysOf(attempt.spec)].flatMap(([id, key]) => {
    const isThere = [branch, ...beneath].some(({ locked, files }) => {
      const edit = locked[id];
      return edit !== undefined && keys.get(edit.fingerprint) === key && isOnBranch(edit, files);
    });
    return isThere ? [] : [`${id} is not on the branch after a good end`];
  });
}

/** The same for runs that deliver to an artifact only. */
function missingInArtifacts(edits: readonly ResultsEdit[], { artifacts }: AttemptRecord): readonly string[] {
  return edits.flatMap(({ id, requestId, files }) => {
    const pictures = files.map(({ sha256 }) => sha256).join();
    return artifacts.some((each) => each.requestId === requestId && each.pictures.join() === pictures)
      ? []
      : [`${id} is in no artifact after a good end`];
  });
}

function judgeEdit(
  { id, state, requestId, error }: ResultsEdit,
  last: AttemptRecord,
  { jobs, keys, lost }: Evidence,
): readonly string[] {
  const job = jobs.find((each) => each.requestId === requestId);
  const wrong = (why: string): string[] => [
    `${id} ended as ${state}, but ${why} (${error?.message ?? 'no error'})`,
  ];
  if (job !== undefined && job.key !== groupOf(keysOf(last.attempt.spec).get(id) ?? ''))
    return wrong('its request is that of another');
  switch (state) {
    case 'succeeded':
      return job?.state === 'succeeded' ? [] : wrong(`its job is ${job?.state ?? 'none'}`);
    case 'cancelled':
      return job?.state === 'cancelled' ? [] : wrong(`its job is ${job?.state ?? 'none'}`);
    case 'failed':
      return error?.code !== 'job-failed' || job?.state === 'failed'
        ? []
        : wrong(`its job is ${job?.state ?? 'none'}`);
    case 'pending':
      return job !== undefined || HAS_NO_JOB.has(error?.code ?? '') ? [] : wrong('there is no job');
    case 'unknown':
      return job === undefined || lost.has(job.requestId) || isGivenUp(job.requestId, last)
        ? []
        : wrong('there is a job');
    case 'skipped':
      return job === undefined ? [] : wrong('there is a job');
    case 'adopted':
      return keys.get(last.after.locked[id]?.fingerprint ?? '') === keysOf(last.attempt.spec).get(id)
        ? []
        : wrong('it is not on the branch');
    case 'unchanged': {
      // The first take of an edit may be there under the name that the edit had without takes.
      const key = keysOf(last.attempt.spec).get(id);
      const before = last.tampered === undefined ? [] : [last.tampered.before];
      const branches = [last.after, ...last.after.others.values(), ...before];
      const isThere =
        branches.some(({ locked }) => locked[id] !== undefined) || keysOn(branches, { keys }).has(key ?? '');
      return isThere ? [] : wrong('it is not on the branch');
    }
    case 'open':
      return wrong('that is no end');
  }
}

function isGivenUp(requestId: string, { after }: AttemptRecord): boolean {
  return Object.values(after.ledger)
    .flat()
    .some((entry) => entry.state === 'lost' && entry.request_id === requestId);
}
