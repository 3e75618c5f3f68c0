import type { DownloadedFile } from '../../src/download/types.ts';
import { createBudget } from '../../src/jobs/budget/create-budget.ts';
import { runEdits } from '../../src/jobs/schedule/run-edits.ts';
import type { EditClaims, JobChange, JobDeps, PictureFiles } from '../../src/jobs/types.ts';
import type { MediaFile } from '../../src/media/types.ts';
import type { PlannedAction, PlannedEdit } from '../../src/plan/types.ts';
import { startDeadline } from '../../src/shared/deadline.ts';
import { connectClient, createRecordingLog } from '../queue/client-deps.ts';
import { HOUR_MS, NOW } from '../ledger/samples.ts';
import { createSimulatedClock } from '../support/clocks.ts';
import { startFakeService } from '../support/fake-service.ts';
import { createJobScript, type JobScriptOptions } from '../support/job-script.ts';
import { priced } from '../support/prices.ts';

/** Long after the samples of the ledger were submitted. */
export const LATER = NOW + 30 * 24 * HOUR_MS;

/** An edit as the planner hands it over; its prompt is its id. */
export function makeEdit(id: string, facts: Partial<PlannedEdit> = {}): PlannedEdit {
  const at = { file: 'edits.yml', line: 1, column: 1 };
  return {
    id,
    key: id,
    matrix: {},
    prompt: id,
    images: [{ kind: 'url', url: 'https://cdn.example.com/a.jpg', at }],
    model: 'bytedance/dreamina-4-0/edit',
    options: {},
    size: { width: 2048, height: 2048, wire: '2048x2048(1:1)' },
    scale: 0.5,
    forceSingle: true,
    timeoutMs: 15 * 60_000,
    output: id,
    frozen: false,
    at,
    needs: [],
    action: { kind: 'submit', over: [] },
    fingerprint: id,
    lockedInput: {
      image_urls: [],
      prompt: id,
      'width×height': '2048x2048(1:1)',
      scale: 0.5,
      force_single: true,
    },
    ...facts,
  };
}

/** Counts the jobs that are at the service: from the submit, or the first look at a paid one, until they have ended. */
export function countJobs(): { readonly most: number; onChange: (change: JobChange) => void } {
  const there = new Set<string>();
  let most = 0;
  return {
    get most() {
      return most;
    },
    onChange: (change) => {
      if (change.kind === 'submitting' || change.kind === 'collecting') there.add(change.edit.id);
      if (change.kind === 'downloading') there.delete(change.edit.id);
      if (change.kind === 'ended') there.delete(change.outcome.edit.id);
      most = Math.max(most, there.size);
    },
  };
}

/** A picture at `output`, as the lock file lists it. */
export function makeMedia(output: string): MediaFile {
  return { path: `${output}.png`, sha256: 'ab', bytes: 1, type: 'image/png', width: 2048, height: 2048 };
}

/** A picture at `output`, as it is on disk. */
export function makeFile(output: string): DownloadedFile {
  return { ...makeMedia(output), absolutePath: `/out/${output}.png` };
}

/** That an edit is unchanged: one picture at the path of its id. */
export function keep(id: string): PlannedAction {
  const { fingerprint, lockedInput } = makeEdit(id);
  const entry = {
    fingerprint,
    model: 'bytedance/dreamina-4-0/edit',
    input: lockedInput,
    requestId: `req-of-${id}`,
    submittedAt: '2026-11-22T12:00:00.000Z',
    finishedAt: '2026-11-22T12:00:30.000Z',
    files: [makeMedia(id)],
    actionVersion: '1.0.0',
  };
  return { kind: 'unchanged', from: id, entry, files: entry.files };
}

/** No other run, and a record that never fails. */
export const grantAll: EditClaims = {
  expect: () => undefined,
  claim: async ({ id }) => await Promise.resolve({ kind: 'claimed', id: `claim-of-${id}` }),
  posting: async () => {
    await Promise.resolve();
  },
  accepted: async () => {
    await Promise.resolve();
  },
  maybeSent: async () => {
    await Promise.resolve();
  },
  released: async () => {
    await Promise.resolve();
  },
  releaseIfUnused: async () => {
    await Promise.resolve();
  },
  waitForOtherRun: async () => await Promise.reject(new Error('no other run is working on it')),
};

export interface RunOptions extends Partial<Omit<JobDeps, 'deadline' | 'onChange' | 'files'> & PictureFiles> {
  readonly api?: JobScriptOptions;
  /** Of the whole run, on the clock's time. */
  readonly timeoutMs?: number;
  readonly stop?: AbortSignal;
  readonly onChange?: (change: JobChange) => void;
  /** Output paths of edits that the run is not about; lower case. */
  readonly otherOutputs?: readonly string[];
}

/** Runs edits against a fake service over real sockets, in simulated time. Downloads are made up unless set otherwise. */
export async function runPlan(edits: readonly PlannedEdit[], options: RunOptions = {}) {
  const { script, jobs } = createJobScript(options.api);
  await using api = await startFakeService(script);
  const log = createRecordingLog();
  const clock = options.clock ?? createSimulatedClock(LATER);
  await using queue = connectClient(api.url, { clock, log });
  const changes: JobChange[] = [];
  using deadline = startDeadline(clock, options.timeoutMs ?? 60 * 60_000, 'the run', options.stop);
  const takenOutputs = new Set([
    ...edits.map(({ output }) => output.toLowerCase()),
    ...(options.otherOutputs ?? []),
  ]);
  const outcomes = await runEdits(
    { edits, takenOutputs },
    {
      queue,
      clock,
      log,
      claims: grantAll,
      keepsRecord: true,
      budget: createBudget({}, { prices: priced() }),
      unsent: 'skipped',
      onTimeout: 'cancel',
      earlierPhases: [],
      maxParallel: 8,
      ...options,
      files: {
        uploadBytes: () => 0,
        unchangedOutput: async () =>
          await Promise.resolve({ ok: true, value: 'https://cdn.example.com/kept.png' }),
        copy: async (_file, output) => await Promise.resolve(makeFile(output)),
        makeSendable: async () => await Promise.resolve(['https://cdn.example.com/a.jpg']),
        takesUnknownFiles: true,
        download: async (_url, output) => await Promise.resolve({ ok: true, value: makeFile(output) }),
        ...options,
      },
      deadline,
      onChange: (change) => {
        changes.push(change);
        options.onChange?.(change);
      },
    },
  );
  return {
    outcomes,
    states: Object.fromEntries(outcomes.map(({ edit, state }) => [edit.id, state])),
    requests: api.requests.map(({ method, path }) => `${method} ${path}`),
    posts: api.of('POST /v1/models').length,
    jobs,
    changes,
    lines: log.lines,
  };
}
