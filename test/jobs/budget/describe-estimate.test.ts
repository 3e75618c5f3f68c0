import { expect, it } from 'vitest';

import { describeEstimate } from '../../../src/jobs/budget/check-budget.ts';
import { planEdits } from '../../../src/plan/plan-edits.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { priced } from '../../support/prices.ts';

const OPTIONS = { model: 'm', forced: new Set<string>(), spec: [] };

const single = inspectedEdit('a');
const several = { ...inspectedEdit('b'), forceSingle: false };
const frozen = inspectedEdit('c', { frozen: true });

it.each([
  [[single, frozen], 'output', "The service's price: 0.03 USD for each output. 1 edit: about 0.03 USD."],
  [
    [single, several],
    'output',
    "The service's price: 0.03 USD for each output. 2 edits: at least 0.06 USD, more if an edit returns several pictures.",
  ],
  [[frozen], 'output', "The service's price: 0.03 USD for each output."],
  [[single], 'second', "The service's price: 0.03 USD for each second."],
])('says what a plan costs', (edits, unit, sentence) => {
  expect(describeEstimate(planEdits(edits, OPTIONS), { prices: priced({ baseUsd: 0.03, unit }) })).toBe(
    sentence,
  );
});
