import { commitByOther } from '../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../support/branch-stage.ts';
import { pullOf } from '../support/github/sample-pulls.ts';
import { startGitHub, type GitHub } from '../support/github/start-github.ts';
import type { KnownRun } from '../support/github/types.ts';
import { makePicture } from '../support/stage.ts';
import type { Fault } from '../../emulator/fault.ts';
import type { Faults } from './plan-faults.ts';
import { MAIN } from './places.ts';
import { PICTURES } from './plan-spec.ts';
import type { ChaosPlan } from './plan-run.ts';

/** The services of one story. */
export interface ChaosStage extends AsyncDisposable {
  readonly stage: BranchStage;
  readonly github: GitHub;
  /** What GitHub says of the runs; to be changed as they come and go. */
  readonly runs: Map<string, KnownRun>;
  /** The workspace's pictures. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  /** How much later than now it is at the services, in ms. */
  setLater(ms: number): void;
  /** Puts other faults in the place of those that are there. The service knows nothing of the jobs in `lost`. */
  setFaults(faults: Faults, lost?: ReadonlySet<string>): void;
}

/** Starts the services as planned. `action` is the folder of the bundled action; this repository by default. */
export async function createChaosStage(plan: ChaosPlan, action?: string): Promise<ChaosStage> {
  await using made = new AsyncDisposableStack();
  const runs = new Map<string, KnownRun>();
  let laterMs = 0;
  const now = (): number => Date.now() + laterMs;
  const branchStage = made.use(
    await createBranchStage(
      {},
      {
        service: {
          seed: plan.seed,
          capacity: plan.capacity,
          serviceMs: plan.serviceMs,
          imagesPerJob: 'seeded',
          now,
        },
        inputs: plan.inputs,
        ...(action !== undefined && { action }),
      },
    ),
  );
  const isReviewed = plan.kind !== 'branch';
  const github = made.use(
    await startGitHub({
      isPrivate: true,
      runs,
      now,
      ...(isReviewed && {
        gitDir: branchStage.repository,
        repository: 'acme/storefront',
        pulls: plan.kind === 'preview' ? [pullOf(1), pullOf(2)] : [],
      }),
    }),
  );
  if (plan.kind === 'pull-request') await commitByOther(branchStage.repository, { 'code.js': 'x' }, MAIN);
  const { step } = branchStage;
  const env = { ...step.env, GITHUB_API_URL: github.url };
  const stage = { ...branchStage, step: { ...step, env } };
  const pictures = await Promise.all(
    PICTURES.map(async (name, index) => [name, await makePicture(60 + 20 * index)] as const),
  );
  const running = made.move();
  return {
    stage,
    github,
    runs,
    pictures: Object.fromEntries(pictures),
    setLater: (ms) => {
      laterMs = ms;
    },
    setFaults: ({ service, git, artifacts }, lost = new Set()) => {
      stage.emulator.faults.clear();
      // First, as the first fault that strikes is the one that counts.
      for (const fault of forgetJobs(lost)) stage.emulator.faults.add(fault);
      for (const fault of service) stage.emulator.faults.add(fault);
      // They are counted down, and the plan must stay as it is.
      stage.git.faults.splice(0, stage.git.faults.length, ...git.map((fault) => ({ ...fault })));
      for (const fault of artifacts) stage.artifacts.faults.add(fault);
    },
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

function forgetJobs(lost: ReadonlySet<string>): readonly Fault[] {
  const points = ['status', 'result', 'cancel', 'download'] as const;
  return [...lost].flatMap((match) =>
    points.map((on): Fault => ({ kind: 'status', status: 404, body: NOT_FOUND, on, match })),
  );
}

const NOT_FOUND = { code: 404001, error: 'ResourceNotFound', message: 'There is no such request.' };
