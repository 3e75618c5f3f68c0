import type { ChaosSpec } from './chaos-spec.ts';
import { createDice, type Dice } from './dice.ts';
import { planAttempt, planCalmAttempt, type Attempt, type ChaosPlan } from './plan-run.ts';
import { changeSpec, planSpec } from './plan-spec.ts';
import { addTakes, changeTakes, dropStaleChoices } from './plan-takes.ts';
import { planOddAnswers, planTwist } from './plan-twist.ts';
import { previewOf, PROPOSED, PUBLISHED, type Kind, type Place } from './places.ts';

/** What people do with a pull request before an attempt. */
export type Review = 'merge' | 'squash' | 'squash-and-delete' | 'revert' | 'delete-previews';

type ReviewedKind = Exclude<Kind, 'branch'>;
type Step = Pick<Attempt, 'spec' | 'review'> & { readonly place: Place };

/** Plans a story in which pictures are looked at before they are published; the same seed gives the same. */
export function planReviewed(seed: number, kind: ReviewedKind): ChaosPlan {
  const dice = createDice(seed, kind);
  const steps = kind === 'preview' ? planPreviews(seed, dice) : planProposals(seed, dice);
  let laterMs = 0;
  const attempts = steps.map((step, number): Attempt => {
    const own = createDice(seed, kind, 'attempt', number);
    const attempt = planAttempt(step.spec, number + 1, own);
    if (number === 0 && own.chance(0.5))
      return { ...atPlace(planCalmAttempt(step.spec, 'hold', 0), step.place), ...step };
    const machines = attempt.endings.length;
    const planned = planTwist(seed, number + 1, { machines, laterMs });
    const { lostShare, skewsMs, artifactService } = planned;
    ({ laterMs } = planned);
    // No one tampers with a branch: that is another kind of story.
    const twist = { laterMs, lostShare, skewsMs, artifactService };
    const service = [...attempt.faults.service, ...planOddAnswers(seed, number + 1)];
    const inputs = { ...attempt.inputs, ...step.place.inputs };
    return { ...attempt, ...step, inputs, faults: { ...attempt.faults, service }, twist };
  });
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a story has a step');
  return {
    seed,
    kind,
    capacity: dice.integer(2, 8),
    serviceMs: [5, dice.pick([50, 300])],
    inputs: {
      ledger: 'git',
      deliver: 'branch',
      'max-parallel': String(dice.pick([2, 4, 8])),
      'branch-directory': kind === 'pull-request' ? 'pictures' : dice.pick(['', 'pictures']),
      prune: String(dice.chance(0.2)),
    },
    isArtifactOnly: false,
    lastSpec: last.spec,
    lastPlace: last.place,
    attempts,
  };
}

/** What is published, one or two previews of changes to it, and the run after the first one was merged. */
function planPreviews(seed: number, dice: Dice): readonly Step[] {
  const takes = createDice(seed, 'preview', 'takes');
  const first = addTakes(planSpec(createDice(seed, 'preview', 'spec')).slice(0, 6), takes);
  const steps: Step[] = dice.chance(0.7) ? [{ spec: first, place: PUBLISHED }] : [];
  const specs = new Map<number, ChaosSpec>();
  const count = dice.integer(1, 3);
  for (let number = 1; number <= count; number += 1) {
    const pull = number > 1 && dice.chance(0.4) ? 2 : 1;
    // The second one may be built on the first: it then wants some of its pictures.
    const before = specs.get(pull) ?? (dice.chance(0.5) ? specs.get(1) : undefined) ?? first;
    const changed = changeSpec(before, number, createDice(seed, 'preview', 'change', number));
    const spec = changeTakesToo(before, changed, takes);
    specs.set(pull, spec);
    steps.push({ spec, place: previewOf(pull) });
  }
  const spec = specs.get(1) ?? first;
  for (let number = dice.integer(1, 2); number > 0; number -= 1) steps.push({ spec, place: PUBLISHED });
  // Only what is published then counts.
  if (dice.chance(0.3)) steps.push({ spec, place: PUBLISHED, review: 'delete-previews' });
  return steps;
}

const REVIEWS: readonly (Review | 'none')[] = [
  ...(['none', 'none', 'none', 'none'] as const),
  ...(['merge', 'squash', 'squash', 'squash-and-delete', 'revert'] as const),
];

/** A pull request that is merged, squashed and taken back between the runs, while the spec changes and goes back. */
function planProposals(seed: number, dice: Dice): readonly Step[] {
  const takes = createDice(seed, 'pull-request', 'takes');
  const plain = planSpec(createDice(seed, 'pull-request', 'spec')).slice(0, 6);
  const specs: ChaosSpec[] = [addTakes(plain, takes)];
  const count = dice.integer(3, 5);
  return Array.from({ length: count }, (_, number): Step => {
    const [first = [], last = first] = [specs[0], specs.at(-1)];
    if (number === 0) return { spec: first, place: PROPOSED };
    const isBack = dice.chance(0.25);
    const own = createDice(seed, 'pull-request', 'change', number);
    const spec = isBack
      ? dropStaleChoices(last, dice.pick(specs))
      : dice.chance(0.6)
        ? changeTakesToo(last, changeSpec(last, number, own), takes)
        : last;
    specs.push(spec);
    const review = dice.pick(REVIEWS);
    return { spec, place: PROPOSED, ...(review !== 'none' && { review }) };
  });
}

/** The place of an attempt in peace. */
export function atPlace(attempt: Attempt, place: Place | undefined): Attempt {
  if (place === undefined) return attempt;
  return { ...attempt, place, inputs: { ...attempt.inputs, ...place.inputs } };
}

function changeTakesToo(before: ChaosSpec, changed: ChaosSpec, dice: Dice): ChaosSpec {
  return dropStaleChoices(before, changeTakes(dropStaleChoices(before, changed), dice));
}
