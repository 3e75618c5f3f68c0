import fc from 'fast-check';
import { expect, it } from 'vitest';

import { foreseeExcess } from '../../../src/jobs/budget/foresee-excess.ts';
import { openBudget, stricterLimits } from '../../../src/jobs/budget/open-budget.ts';
import { listDeliveredSince } from '../../../src/ledger/life/delivered-since.ts';
import { reviewPlan } from '../../../src/plan/review/review-plan.ts';
import { planEdits, type PlanOptions } from '../../../src/plan/plan-edits.ts';
import type { Plan } from '../../../src/plan/types.ts';
import { createPlanFile } from '../../../src/report/plan/create-plan-file.ts';
import { parsePlanFile, renderPlanFile } from '../../../src/report/plan/plan-file.ts';
import { judgePlanned } from '../../../src/run/plan/publish-plan.ts';
import { judgePlan, planWithFlight } from '../../../src/run/prepare/make-plan.ts';
import { listErrors, type Problem } from '../../../src/shared/problem.ts';
import { MODEL } from '../../../src/shared/model.ts';
import { grantAll, runPlan } from '../../jobs/run-plan.ts';
import { accepted, DESTINATION, NOW, THEM } from '../../ledger/samples.ts';
import { NO_BRANCH, runOnBranch } from '../../plan/run-on-branch.ts';
import { createRecordingLog } from '../../queue/client-deps.ts';
import { judgeNotes, PAID_PROMPTS, sampleFacts, STARTED } from './sample-facts.ts';
import { priced } from '../../support/prices.ts';

type Facts = typeof sampleFacts extends fc.Arbitrary<infer T> ? T : never;

const PRICE = { baseUsd: 0.03, unit: 'output' };

/** A plan as any run makes it, and what is wrong with it. */
interface Made {
  readonly plan: Plan;
  readonly options: PlanOptions;
  readonly problems: readonly Problem[];
  readonly prune: boolean;
}

async function make({ history, notes, onUnknown, budget, limits }: Facts): Promise<Made> {
  let tip = NO_BRANCH;
  for (const [index, { asked }] of history.slice(0, -1).entries()) {
    const ran = runOnBranch(tip, { ...asked, run: `r${index}` });
    if (ran.problems.length === 0) tip = ran.tip;
  }
  const { spec = [], only, forced = [], prune = false } = history.at(-1)?.asked ?? {};
  const edits = only === undefined ? spec : spec.filter(({ id }) => only.includes(id));
  const options = { recorded: tip.recorded, forced: new Set(forced), spec };
  const first = { plan: planEdits(edits, options), options, others: new Map(), faults: [], problems: [] };
  const judged = judgeNotes(first.plan.edits, notes);
  const entries = Map.groupBy(judged, ({ entry }) => entry.fingerprint);
  const deliveredSince = listDeliveredSince(judged, { startedAtMs: STARTED, destination: DESTINATION });
  const inFlight = { entries, destination: DESTINATION, owed: new Set<string>(), deliveredSince, onUnknown };
  const seen = { edits, spec: { path: 'edits.yml', edits: [], budget }, branch: undefined };
  const plan = planWithFlight(seen, first, { inFlight }, limits);
  const inputs = {
    deliver: ['branch'],
    branch: 'assets',
    branchDirectory: '',
    apiUrl: 'https://api.example',
  } as const;
  const problems = await judgePlan(plan, seen, first, { judged: entries, pruned: [] }, inputs, {
    nowMs: NOW,
    mode: 'apply',
  });
  return { plan, options, problems, prune };
}

/** The edits that a plan file promises to be sent. */
function promise({ plan, options, problems, prune }: Made, { budget, limits }: Facts): readonly string[] {
  const excess = foreseeExcess(plan, stricterLimits(budget, limits), { prices: priced(PRICE) });
  const review = reviewPlan(plan, {
    spec: 'edits.yml',
    ...(options.recorded !== undefined && { recorded: options.recorded }),
    forced: options.forced,
    specIds: new Set(options.spec.map(({ id }) => id)),
    prune,
    prices: new Map([[MODEL, PRICE]]),
    nowMs: NOW,
  });
  const file = createPlanFile({
    ...review,
    createdAt: new Date(NOW).toISOString(),
    actionVersion: '1.0.0',
    repositoryUrl: 'https://github.com/acme/shop',
    spec: { path: 'edits.yml' },
    destination: DESTINATION,
    problems: [...problems, ...excess],
  });
  const read = parsePlanFile(renderPlanFile(file), 'plan.json');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  if (judgePlanned(read.value, { failOn: 'any' }).failure !== undefined || excess.length > 0) return [];
  return read.value.edits.flatMap(({ id, action }) => (action === 'submit' ? id : []));
}

/** The edits that are sent, with jobs on a service; another run that works on an edit sends it. */
async function apply({ plan, problems }: Made, { budget, limits }: Facts): Promise<readonly string[]> {
  if (listErrors(problems).length > 0) return [];
  const sent: string[] = [];
  const price = async () => await Promise.resolve({ ok: true, value: PRICE } as const);
  const { signal } = new AbortController();
  const all = stricterLimits(budget, limits);
  const money = await openBudget(plan, all, { price }, createRecordingLog(), signal);
  const theirs = { kind: 'submitted', entry: accepted(THEM, `paid-${PAID_PROMPTS.length + 1}`) } as const;
  const { posts } = await runPlan(plan.edits, {
    budget: money.budget,
    api: { paid: [...PAID_PROMPTS, 'theirs'] },
    claims: {
      ...grantAll,
      posting: async ({ id }) => {
        sent.push(id);
        await Promise.resolve();
      },
      waitForOtherRun: async () => await Promise.resolve(theirs),
    },
  });
  expect(posts).toBe(sent.length);
  return sent;
}

it('whatever a run finds, it sends what its plan file says, and nothing else', async () => {
  const counts = { sent: 0, collect: 0, hold: 0, 'other-run': 0 };
  await fc.assert(
    fc.asyncProperty(sampleFacts, async (facts) => {
      const made = await make(facts);
      const promised = promise(made, facts);
      const sent = await apply(made, facts);
      expect(sent.toSorted()).toEqual(promised.toSorted());
      const { edits } = made.plan;
      if (sent.length > 0) counts.sent += 1;
      for (const each of ['collect', 'hold', 'other-run'] as const)
        if (edits.some(({ action }) => action.kind === each)) counts[each] += 1;
    }),
    { numRuns: 400 },
  );
  // These came up, so that the others can be rare.
  expect(counts.sent).toBeGreaterThan(20);
  expect(counts.collect).toBeGreaterThan(20);
  expect(counts.hold).toBeGreaterThan(5);
  expect(counts['other-run']).toBeGreaterThan(5);
}, 60_000);
