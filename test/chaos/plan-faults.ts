import type { ArtifactFault } from '../../demo/artifact-service/artifact-faults.ts';
import type { GitFault } from '../../demo/git-service/git-fault.ts';
import type { Fault } from '../../emulator/fault.ts';
import type { Dice } from './dice.ts';

/** What goes wrong during one attempt. */
export interface Faults {
  readonly service: readonly Fault[];
  readonly git: readonly GitFault[];
  readonly artifacts: readonly ArtifactFault[];
}

export const NO_FAULTS: Faults = { service: [], git: [], artifacts: [] };

/** What may happen to any answer of the service. */
const ANY: readonly FaultKind[] = [
  { kind: 'reset' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, headers: { 'retry-after': '1' } },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'rate-limit', retryAfter: 1 },
  { kind: 'truncated', contentLength: 'full' },
  { kind: 'latency', ms: 400 },
];
const READ: readonly FaultKind[] = [...ANY, { kind: 'word', word: 'processing' }, { kind: 'error-body' }];
/** Those of `accepted` are paid for, and the others are not: the action cannot distinguish them. */
const SUBMIT: readonly FaultKind[] = [
  ...ANY,
  { kind: 'reset', accepted: true },
  { kind: 'status', status: 502, accepted: true },
  { kind: 'html', accepted: true },
  { kind: 'no-id' },
  { kind: 'latency', ms: 1500 },
  { kind: 'status', status: 400, body: { code: 400002, error: 'InsufficientResources' } },
];
/** Nothing by which an object store says that a file is gone: that is for good, and a story of its own. */
const DOWNLOAD: readonly FaultKind[] = [
  { kind: 'reset' },
  { kind: 'status', status: 500 },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'truncated' },
  { kind: 'slow', bytesPerSecond: 6000 },
  { kind: 'redirect', to: 'self' },
  { kind: 'latency', ms: 400 },
];
const POINTS: readonly (readonly [on: Fault['on'], kinds: readonly FaultKind[]])[] = [
  ['submit', SUBMIT],
  ['status', READ],
  ['result', [...READ, { kind: 'no-output' }, { kind: 'no-cost' }]],
  ['cancel', [...ANY, { kind: 'reset', accepted: true }]],
  ['price', ANY],
  ['download', DOWNLOAD],
  ['job', [{ kind: 'fails' }, { kind: 'lasts', ms: 3000 }, { kind: 'png' }]],
];

/** A fault without the place where it strikes and the share of the calls. */
type FaultKind = Readonly<Record<string, unknown>> & { readonly kind: Fault['kind'] };

/** Faults for one attempt: at each place none, one or two, at rates of their own; a quarter of the attempts has none. */
export function planFaults(dice: Dice): Faults {
  if (dice.chance(0.25)) return NO_FAULTS;
  const service = POINTS.flatMap(([on, kinds]) =>
    Array.from({ length: dice.pick([0, 0, 1, 1, 2]) }, () => {
      const rate = dice.integer(3, 25) / 100;
      // The emulator checks it when it is added.
      return { ...dice.pick(kinds), on, rate } as Fault;
    }),
  );
  return { service, git: planGitFaults(dice), artifacts: planArtifactFaults(dice) };
}

const GIT_CALLS = [/info\/refs/, /POST .*git-upload-pack/, /POST .*git-receive-pack/];

function planGitFaults(dice: Dice): readonly GitFault[] {
  return Array.from({ length: dice.pick([0, 0, 1, 2]) }, () => {
    const when = { match: dice.pick(GIT_CALLS), times: dice.integer(1, 3) };
    switch (dice.integer(1, 6)) {
      case 1:
        return { ...when, kind: 'reset-before' };
      case 2:
        return { ...when, kind: 'cut-request-after', bytes: dice.integer(0, 2000) };
      case 3:
        // Git has done its work: a push whose answer is lost.
        return { ...when, kind: 'cut-response-after', bytes: dice.integer(0, 100) };
      case 4:
        return { ...when, kind: 'status', status: dice.pick([500, 502, 503]) };
      default:
        return { ...when, kind: 'delay', latencyMs: dice.integer(50, 800) };
    }
  });
}

function planArtifactFaults(dice: Dice): readonly ArtifactFault[] {
  if (!dice.chance(0.15)) return [];
  const on = dice.pick(['create', 'finalize', 'upload'] as const);
  return [{ on, times: 1, kind: 'status', status: 503 }];
}
