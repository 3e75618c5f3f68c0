import type { BranchStage } from '../support/branch-stage.ts';
import { TOKEN } from '../support/branch-stage.ts';
import type { AttemptRecord, Evidence } from './evidence.ts';
import { describeTwist } from './plan-twist.ts';
import type { MachineRun } from './run-machine.ts';

/** Between what a process did last and the line that reports it, as both are seen from outside. */
const SLACK_MS = 1000;

/** Requests go where they may, with the token that belongs there, and only as long as there is something to ask for. */
export function judgeRequests(evidence: Evidence, { emulator, git }: BranchStage): readonly string[] {
  const bearer = `Bearer ${emulator.token}`;
  const basic = `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
  const strays = [
    ...evidence.requests.filter(
      ({ server, headers: { authorization } }) => authorization !== (server === 'api' ? bearer : undefined),
    ),
    ...git.requests.filter(
      ({ authorization = basic }) => authorization.toLowerCase() !== basic.toLowerCase(),
    ),
  ];
  return [
    ...strays.map(({ path }) => `the wrong authorization, or none, for ${path}`),
    ...findLate(evidence),
    ...evidence.attempts.flatMap(({ machines }) =>
      machines.flatMap((machine) => findAfterEnd(machine, evidence)),
    ),
  ];
}

/** Requests while no process was there. */
function findLate({ attempts, requests }: Evidence): readonly string[] {
  const spans = attempts
    .flatMap(({ machines }) => machines)
    .flatMap(({ main, post }) => [main, ...(post ? [post] : [])]);
  const late = requests.filter(
    ({ timeMs }) => !spans.some((span) => timeMs >= span.startedAtMs && timeMs <= span.endedAtMs + SLACK_MS),
  );
  return late.map(({ path }) => `${path} was asked for when no process was there`);
}

/** Requests about a job after its last edit had ended. */
function findAfterEnd({ main, results }: MachineRun, { requests, attempts }: Evidence): readonly string[] {
  const isAlone = attempts.some(({ machines }) => machines.length === 1 && machines[0]?.main === main);
  if (!isAlone) return [];
  const endedAtMs = new Map<string, number>();
  for (const { id, requestId } of results?.edits ?? []) {
    const end = main.lines.findLast(({ text }) => ENDED.exec(text)?.[1] === id);
    if (requestId === null || end === undefined) continue;
    endedAtMs.set(requestId, Math.max(end.atMs, endedAtMs.get(requestId) ?? 0));
  }
  return [...endedAtMs].flatMap(([requestId, atMs]) =>
    requests
      .filter(
        ({ path, timeMs }) =>
          path.includes(requestId) && timeMs > atMs + SLACK_MS && timeMs <= main.endedAtMs,
      )
      .map(({ method, path }) => `${method} ${path} after the edit had ended`),
  );
}

const ENDED = /^(\S+) {2}(?:succeeded|failed|pending|cancelled|unknown|skipped)\b/;

/** The ends of an attempt in short. */
export function tellEndings({ attempt, machines }: AttemptRecord): string {
  const twist = describeTwist(attempt.twist);
  const endings = machines
    .map(({ ending: { how }, main }) => (main.wasEnded || how === 'by itself' ? how : `${how} too late`))
    .join(' + ');
  return twist === '' ? endings : `${endings}; ${twist}`;
}
