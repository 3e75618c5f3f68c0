import type { MediaFile } from '../media/types.ts';
import type { EditOutcome, EditTimings } from '../plan/outcome.ts';
import type { PlannedAction } from '../plan/types.ts';
import type { InspectedImage } from '../references/types.ts';
import type { Take } from '../spec/types.ts';
import type { Problem } from '../shared/problem.ts';
import { createBranchAddress, filesOf, heldByCommit } from './branch-files.ts';
import { countStates } from './count-edits.ts';
import { isSkippedOnPurpose } from './decide-outcome.ts';
import { describeBranch, describeDelivery } from './results-delivery.ts';
import { sumCosts } from './sum-costs.ts';
import { listBefore, type PictureBefore } from './pictures-before.ts';
import { requestOf } from './request-of.ts';
import type { BranchedRun, EditSoFar, EndedRun, Report, RunSoFar } from './types.ts';

/** Raised whenever programs that read the results file would have to change. */
const SCHEMA_VERSION = 1;

/**
 * The results file as JSON text. Keys are camelCase and always present, in a fixed order. A value that is unknown or
 * does not apply is `null`, never 0. Durations are in milliseconds, money is in USD, times are ISO 8601 (UTC).
 *
 * A file that is written during the run has the same form with `"complete": false`: edits that have not ended are
 * `open`, with their request id as soon as there is one. The file inside the artifact is written before the
 * upload, so its `delivery` is `null`. `branch` is `null` until the branch is delivered.
 */
export function renderResults(run: RunSoFar | EndedRun | BranchedRun | Report): string {
  const branchAddress = 'branch' in run ? createBranchAddress(run) : undefined;
  const was = 'outcome' in run ? run.before : undefined;
  const costs = sumCosts(run.edits);
  const results = {
    schemaVersion: SCHEMA_VERSION,
    complete: 'outcome' in run,
    outcome: 'outcome' in run ? run.outcome : null,
    model: findOnlyModel(run.edits),
    startedAt: new Date(run.startedAtMs).toISOString(),
    elapsedMs: run.elapsedMs,
    totals: { edits: run.edits.length, ...countStates(run.edits) },
    costUsd: costs.knownUsd ?? null,
    editsOfUnknownCost: costs.unknownEdits,
    delivery: 'delivery' in run ? describeDelivery(run.delivery) : null,
    branch: 'branch' in run ? describeBranch(run.branch) : null,
    problems: run.problems.map(describeProblem),
    edits: run.edits.map((edit) => {
      const heldBy = 'branch' in run && edit.state !== 'open' ? heldByCommit(edit, run.branch) : undefined;
      const isThere = edit.state !== 'open' && !isElsewhere(edit) && branchAddress?.(edit) !== undefined;
      const before = was === undefined ? [] : listBefore(was, edit.edit);
      return {
        ...describeEdit(edit, isThere && heldBy === undefined, heldBy),
        before: replaced(edit, before),
      };
    }),
  };
  return `${JSON.stringify(results, null, 2)}\n`;
}

/** The model of all edits; `null` if they have several, or if there are none. */
function findOnlyModel(edits: readonly EditSoFar[]): string | null {
  const [only, ...others] = new Set(edits.map(({ edit }) => edit.model));
  return others.length === 0 ? (only ?? null) : null;
}

function describeEdit(edit: EditSoFar, onBranch: boolean, heldBy?: string): Record<string, unknown> {
  const { edit: request, state } = edit;
  const ended = state === 'open' ? undefined : edit;
  return {
    id: request.id,
    key: request.key,
    matrix: request.matrix,
    take: describeTake(request.take),
    description: request.description ?? null,
    state,
    action: request.action.kind,
    sharedWith: request.action.kind === 'share' ? request.action.with : null,
    otherBranch: describeOtherBranch(request.action),
    heldBy: heldBy ?? null,
    fingerprint: request.fingerprint,
    requestId: requestOf(edit) ?? null,
    files: (ended === undefined ? [] : filesOf(ended)).map(
      ({ path, sha256, bytes, type, width, height, ...rest }) => ({
        ...{ path, sha256, bytes, type },
        ...{ width: width ?? null, height: height ?? null, onBranch },
        carries: describeCarried(rest),
      }),
    ),
    costUsd: ended?.costUsd ?? null,
    timings: describeTimings(ended?.timings ?? {}),
    error: ended?.error === undefined ? null : { code: ended.error.code, message: ended.error.message },
    skippedBecause: skipReason(ended),
    warnings: ended?.warnings ?? [],
    prompt: request.prompt,
    references: request.images.map(describeReference),
    model: request.model,
    options: request.options,
    size: request.size?.wire ?? null,
    scale: request.scale ?? null,
    forceSingle: request.forceSingle,
    output: request.output,
    at: describePosition(request.at),
  };
}

/** The pictures that an edit of this run has taken the place of, each in a commit that has it. */
function replaced(
  edit: EditSoFar,
  before: readonly (PictureBefore | undefined)[],
): readonly Record<string, unknown>[] {
  if (edit.state !== 'succeeded' && edit.state !== 'adopted') return [];
  const now = new Set(filesOf(edit).map(({ sha256 }) => sha256));
  return before.flatMap((picture) =>
    picture === undefined || now.has(picture.sha256)
      ? []
      : [{ path: picture.path, commit: picture.commit, sha256: picture.sha256 }],
  );
}

/** Which take of its edit it is; `null` if there is only one. */
function describeTake(take: Take | undefined): Record<string, unknown> | null {
  if (take === undefined) return null;
  const { edit, number, of, isKept } = take;
  return { edit, number, of, isKept };
}

/** What a picture says of its origin; `null` if it says nothing, or if it was not looked for. */
function describeCarried({ carries }: Pick<MediaFile, 'carries'>): Record<string, unknown> | null {
  if (carries === undefined) return null;
  const { mark, label, c2pa } = carries;
  return { mark: mark ?? null, label: label ?? null, c2pa: c2pa ?? null };
}

/** The branch that has the pictures of an edit, or from which they were copied; `null` if they are the branch's own. */
function describeOtherBranch(action: PlannedAction): Record<string, unknown> | null {
  if (!('on' in action)) return null;
  const { branch, commit } = action.on;
  return { branch, commit };
}

/** Whether the pictures stay on another branch. */
function isElsewhere({ edit: { action } }: EditSoFar): boolean {
  return action.kind === 'unchanged' && action.on !== undefined;
}

/** Why the plan left the edit out on purpose; `null` if it did not. */
function skipReason(outcome: EditOutcome | undefined): string | null {
  if (outcome === undefined || !isSkippedOnPurpose(outcome)) return null;
  return outcome.edit.action.kind === 'skip' ? outcome.edit.action.reason : null;
}

function describeTimings(timings: EditTimings): Record<keyof EditTimings, number | null> {
  return {
    queuedMs: timings.queuedMs ?? null,
    runningMs: timings.runningMs ?? null,
    downloadMs: timings.downloadMs ?? null,
    totalMs: timings.totalMs ?? null,
  };
}

function describeReference(image: InspectedImage): Record<string, unknown> {
  switch (image.kind) {
    case 'file': {
      const { kind, path, sha256, bytes, type, width, height } = image;
      return { kind, path, sha256, bytes, type, width, height, option: image.option ?? null };
    }
    case 'url':
      return { kind: image.kind, url: image.url, option: image.option ?? null };
    case 'edit':
      return { kind: image.kind, edit: image.id, option: image.option ?? null };
  }
}

function describeProblem({ severity, message, at }: Problem): Record<string, unknown> {
  return { severity, message, at: at === undefined ? null : describePosition(at) };
}

function describePosition({ file, line, column }: NonNullable<Problem['at']>): Record<string, unknown> {
  return { file, line, column };
}
