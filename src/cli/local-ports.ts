import type { ActionInputs } from '../inputs/types.ts';
import type { PlanPorts } from '../run/plan/foresee.ts';
import type { GitHub } from '../runner/ask-github.ts';
import { findOwnProcess } from '../runner/own-process.ts';
import type { Terminal } from '../runner/terminal.ts';
import type { Env } from '../shared/ports.ts';
import { SILENT } from './check-here.ts';
import { globOf, literally } from './exact-glob.ts';
import type { Place } from './find-place.ts';
import type { PlanCommand } from './commands.ts';

/** Nothing is asked of GitHub: every answer is unknown. */
const NO_GITHUB: GitHub = {
  visibility: async () => await Promise.resolve('private'),
  isRunOver: unknown,
  isJobOver: unknown,
  serverTime: unknown,
  isAncestor: unknown,
  originOfPull: async (number) => await Promise.resolve({ kind: 'pull-request', number }),
  pullState: unknown,
};

async function unknown(): Promise<undefined> {
  await Promise.resolve();
  return undefined;
}

/** What a plan is made with on this machine: `mirror` takes the place of the remote, and there is no network. */
export function createLocalPorts(
  { workspace }: Pick<Place, 'workspace'>,
  {
    temp,
    mirror,
    head,
  }: { readonly temp: string; readonly mirror: string; readonly head: string | undefined },
  { clock, random, stop, env: all }: Terminal,
): PlanPorts {
  return {
    clock,
    random,
    stop,
    env: { ...withoutRunner(all), ...(head !== undefined && { GITHUB_SHA: head }) },
    log: SILENT,
    resolveHost: undefined,
    isAtDesk: true,
    repository: { owner: '', name: '', serverUrl: 'https://github.com', url: mirror, sha: head },
    job: { runId: '', attempt: 1, workflow: 'local', name: 'local', runUrl: '' },
    process: findOwnProcess(),
    readEvent: async () =>
      await Promise.resolve({ name: '', isPrivate: undefined, origin: { kind: 'own' } } as const),
    github: () => NO_GITHUB,
    workspace,
    temp,
  };
}

/** In a job of a workflow, its variables would make this a part of that job's run. */
function withoutRunner(env: Env): Env {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:GITHUB|ACTIONS|INPUT|RUNNER)_/.test(name)),
  );
}

/** The inputs of a run that plans, as the command line sets them. */
export function localInputs(
  { spec, isCheckout }: Place,
  { only, force, branch, baseBranch, branchDirectory, adoptFrom, prune, takesOnBranch }: PlanCommand,
  untracked: readonly string[],
): ActionInputs {
  return {
    mode: { kind: 'plan', because: 'asked' },
    spec,
    only,
    force,
    branch,
    ...(baseBranch !== undefined && { baseBranch }),
    branchDirectory,
    adoptFrom,
    prune,
    takesOnBranch: takesOnBranch || baseBranch !== undefined,
    deliver: isCheckout ? ['branch'] : ['artifact'],
    ledger: isCheckout ? 'git' : 'none',
    // A run would refuse them; here they only come with a warning.
    untrackedFiles: untracked.flatMap((name) => globOf(literally(name))),
    apiToken: '',
    apiUrl: 'https://model-api.runcomfy.net',
    githubToken: '',
    artifactContents: 'new',
    artifactName: 'dreamina-edits',
    commitMessage: '',
    signCommits: false,
    gallery: false,
    maxParallel: 1,
    timeoutMs: 0,
    failOn: 'any',
    references: 'data-uri',
    outputHosts: [],
    onUnknown: 'hold',
    onTimeout: 'leave',
    allowForks: false,
    comment: false,
  };
}
