import { encodeToken } from '../git/git-settings.ts';
import type { Problem } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import { checkDeliver } from './check-deliver.ts';
import { parseCommitMessage } from './commit-message.ts';
import { parseApiUrl, parseGalleryUrl, parseOutputHosts } from './parse-address.ts';
import { checkIdle } from './check-idle.ts';
import { decideMode, type Mode, type StartedBy } from './decide-mode.ts';
import { nameHead } from './name-head.ts';
import { parseBranch, parseBranchDirectory } from './parse-branch.ts';
import {
  oneOf,
  optional,
  parseDeliver,
  parseGlobs,
  parseTimeout,
  parseUsd,
  wholeNumber,
  wordOr,
  words,
} from './parse-value.ts';
import { checkShard } from './check-shard.ts';
import { parseShard, type ShardInput } from './parse-shard.ts';
import type { ActionInputs } from './types.ts';

/** As many jobs as a matrix may have. */
const MOST_SHARDS = 256;

/** How inputs reach the action; `@actions/core` gives both. */
export interface InputSource {
  /** The input's text, trimmed; empty if it was not given. */
  getInput(name: string): string;
  /** Masks a value in everything the step prints from now on. */
  setSecret(value: string): void;
}

/**
 * Reads all inputs of `action.yml` into one typed object, masking secrets as they are read. What they mean depends on
 * the event that started the run. The error holds every problem at once, each naming its input.
 */
export function readInputs(
  source: InputSource,
  startedBy: StartedBy,
): Result<ActionInputs, readonly Problem[]> {
  const problems: Problem[] = [];

  function read<T>(name: string, parse: (text: string) => Result<T, string>): T {
    const parsed = parse(source.getInput(name));
    if (parsed.ok) return parsed.value;
    problems.push({ severity: 'error', message: `Input \`${name}\` ${parsed.error}` });
    // Never seen: the object that holds it is dropped as soon as there is one problem.
    return undefined as T;
  }
  function secret(name: string): string {
    const value = source.getInput(name);
    if (value !== '') source.setSecret(value);
    return value;
  }

  const apiToken = secret('api-token');
  const githubToken = secret('github-token');
  // The form in which git sends it.
  if (githubToken !== '') source.setSecret(encodeToken(githubToken));
  const retentionDays = read<number | undefined>('retention-days', optional(wholeNumber(1, 400)));
  const maxCostUsd = read<number | undefined>('max-cost', optional(parseUsd));
  const maxEdits = read<number | undefined>('max-edits', optional(wholeNumber(0, 1_000_000)));
  const baseBranch = read<string | undefined>('base-branch', optional(parseBranch));
  const asked = read('mode', oneOf('auto', 'plan', 'apply', 'validate', 'comment', 'clean'));
  const mode = decideMode(asked, { hasToken: apiToken !== '', startedBy });
  const jobId = read<number | undefined>('job-id', optional(wholeNumber(1, Number.MAX_SAFE_INTEGER)));
  const maxShards = read<number | undefined>('max-shards', optional(wholeNumber(1, MOST_SHARDS)));
  const shard = read<ShardInput | undefined>('shard', optional(parseShard));
  const planFile = read<string | undefined>('plan-file', (text) => checkPlanFile(text, mode));
  const galleryUrl = read<string | undefined>('gallery-url', optional(parseGalleryUrl));
  const deliver = parseDeliver(source.getInput('deliver'));
  read('deliver', () => deliver);
  const { ways, isPull } = deliver.ok ? deliver.value : { ways: [], isPull: false };
  const branch = read('branch', parseBranch);
  const spec = read('spec', parseSpecPath);
  const inputs: ActionInputs = {
    mode,
    spec,
    apiToken: read('api-token', () => checkToken(apiToken, mode)),
    apiUrl: read('api-url', parseApiUrl),
    githubToken,
    ...(jobId === undefined ? {} : { jobId: String(jobId) }),
    deliver: ways,
    artifactContents: read('artifact-contents', oneOf('new', 'all')),
    ...(isPull && problems.length === 0 ? { branch: nameHead(spec, branch), pullInto: branch } : { branch }),
    ...(baseBranch === undefined ? {} : { baseBranch }),
    adoptFrom: read('adopt-from', parseGlobs),
    branchDirectory: read('branch-directory', parseBranchDirectory),
    commitMessage: read('commit-message', parseCommitMessage),
    signCommits: read('sign-commits', oneOf('true', 'false')) === 'true',
    prune: read('prune', oneOf('true', 'false')) === 'true',
    // A preview, or the head of a pull request, may be deleted with its history.
    takesOnBranch:
      read('takes-on-branch', oneOf('true', 'false')) === 'true' || baseBranch !== undefined || isPull,
    gallery: read('gallery', oneOf('true', 'false')) === 'true',
    ...(galleryUrl === undefined ? {} : { galleryUrl }),
    force: words(source.getInput('force')),
    artifactName: read('artifact-name', parseArtifactName),
    ...(retentionDays === undefined ? {} : { retentionDays }),
    maxParallel: read('max-parallel', wordOr('auto', wholeNumber(1, 64))),
    timeoutMs: read('timeout', parseTimeout),
    failOn: read('fail-on', oneOf('any', 'all', 'never', 'changes')),
    references: read('references', oneOf('auto', 'url', 'data-uri')),
    outputHosts: read('output-hosts', parseOutputHosts),
    ledger: read('ledger', oneOf('auto', 'git', 'cache', 'none')),
    onUnknown: read('on-unknown', oneOf('hold', 'resubmit')),
    onTimeout: read('on-timeout', oneOf('cancel', 'leave')),
    ...(maxCostUsd === undefined ? {} : { maxCostUsd }),
    ...(maxEdits === undefined ? {} : { maxEdits }),
    only: words(source.getInput('only')),
    untrackedFiles: read('untracked-files', parseGlobs),
    comment: read('comment', oneOf('true', 'false')) === 'true',
    allowForks: read('allow-forks', oneOf('true', 'false')) === 'true',
    ...(planFile === undefined ? {} : { planFile }),
    ...(maxShards === undefined ? {} : { maxShards }),
    ...(shard === undefined ? {} : asShard(shard)),
  };
  if (mode.kind === 'comment' && githubToken === '')
    problems.push({
      severity: 'error',
      message:
        'Input `github-token` is empty, but the comment is written with it. Leave the input out, and give the job `permissions: pull-requests: write`.',
    });
  problems.push(...checkShard(mode, (name) => source.getInput(name)));
  problems.push(...checkIdle(mode, (name) => source.getInput(name)));
  if (deliver.ok) problems.push(...checkDeliver(deliver.value, mode, (name) => source.getInput(name)));
  return problems.length === 0 ? { ok: true, value: inputs } : { ok: false, error: problems };
}

function checkToken(token: string, mode: Mode): Result<string, string> {
  if (token === '') {
    if (mode.kind !== 'apply') return { ok: true, value: '' };
    return {
      ok: false,
      error:
        'is empty. Store a RunComfy API token as a secret and pass it on: ' +
        '`api-token: ${{ secrets.RUNCOMFY_TOKEN }}`. Workflows of forks and of Dependabot get no secrets; ' +
        '`mode: plan` needs none.',
    };
  }
  // Bearer tokens are visible ASCII (RFC 6750, section 2.1); a line break or a quote is a slip of copying.
  return /^[\x21-\x7e]+$/.test(token)
    ? { ok: true, value: token }
    : {
        ok: false,
        error: 'holds a space, a line break or another character that no token has. Copy it again.',
      };
}

/** A fork's pull request without a token only plans, whatever it is asked for. */
function checkPlanFile(text: string, mode: Mode): Result<string | undefined, string> {
  const isIdle =
    mode.kind === 'validate' ||
    mode.kind === 'clean' ||
    (mode.kind === 'plan' && mode.because !== 'fork-without-token');
  if (text !== '' && isIdle)
    return {
      ok: false,
      error: 'does nothing in a run that does not apply a plan. Set `mode: apply`, or leave it out.',
    };
  if (text === '' && mode.kind === 'comment')
    return {
      ok: false,
      error: 'is empty. With `mode: comment`, give the path of a plan file that another run wrote.',
    };
  return { ok: true, value: text === '' ? undefined : text };
}

function parseSpecPath(text: string): Result<string, string> {
  return text === ''
    ? { ok: false, error: 'is empty. Give the path of the spec, e.g. `edits.yml`.' }
    : { ok: true, value: text };
}

/** The characters that the artifact service refuses in a name. */
const NOT_IN_ARTIFACT_NAME = /["<>|*?:\r\n\\/]/;

function parseArtifactName(text: string): Result<string, string> {
  if (text === '') return { ok: false, error: 'is empty. Leave it out for the default name.' };
  const found = NOT_IN_ARTIFACT_NAME.exec(text);
  return found === null
    ? { ok: true, value: text }
    : { ok: false, error: `holds ${JSON.stringify(found[0])}, which an artifact's name cannot have.` };
}

/** Jobs of one plan meet in the repository's ledger, and only the last one removes files. */
function asShard(shard: ShardInput): Pick<ActionInputs, 'ledger' | 'shard'> & Partial<ActionInputs> {
  const asked = { shard, ledger: 'git' as const };
  return shard.kind === 'merge' ? asked : { ...asked, prune: false };
}
