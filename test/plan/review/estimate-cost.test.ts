import { expect, it } from 'vitest';

import { describeEstimatedCost } from '../../../src/plan/review/describe-estimate.ts';
import { estimateCost, type CostFacts } from '../../../src/plan/review/estimate-cost.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { lockEntry } from '../../lock/sample-lock.ts';
import { plan } from '../recorded-work.ts';
import { priced } from '../../support/prices.ts';

const one = inspectedEdit('one');
const two = inspectedEdit('two');
const several = { ...inspectedEdit('several'), forceSingle: false };
const frozen = inspectedEdit('frozen', { frozen: true });

/** Earlier edits, each with what it cost and how many pictures it returned. */
function cost(...all: readonly (readonly [costUsd: number | undefined, files?: number])[]) {
  return all.map(([costUsd, files = 1]) => {
    const paths = Array.from({ length: files }, (_, index) => `p-${index}`);
    return lockEntry(paths, costUsd === undefined ? {} : { costUsd });
  });
}

const price = { baseUsd: 0.03, unit: 'output' };

it.each<[string, Parameters<typeof plan>[0], CostFacts, string]>([
  ['nothing', [frozen], { prices: priced(price) }, 'none: nothing is sent'],
  ['the price', [one, two, frozen], { prices: priced(price) }, "about 0.06 USD, by the service's price"],
  [
    'the price, not what was recorded',
    [one],
    { prices: priced(price), earlier: cost([7]) },
    "about 0.03 USD, by the service's price",
  ],
  [
    'a price of nothing',
    [one],
    { prices: priced({ ...price, baseUsd: 0 }) },
    "about 0.00 USD, by the service's price",
  ],
  [
    'no binary dust',
    [one, two, several],
    { prices: priced({ ...price, baseUsd: 0.1 }) },
    "at least 0.30 USD, by the service's price",
  ],
  [
    'at least, for several pictures',
    [one, several],
    { prices: priced(price) },
    "at least 0.06 USD, by the service's price",
  ],
  [
    'earlier edits',
    [one, two],
    { earlier: cost([0.04], [0.04]) },
    'about 0.08 USD, 0.04 USD for each, from 2 earlier edits',
  ],
  [
    'one earlier edit',
    [one],
    { earlier: cost([0.04], [undefined]) },
    'about 0.04 USD, 0.04 USD for each, from 1 earlier edit',
  ],
  [
    'earlier edits of several pictures',
    [one],
    { earlier: cost([0.09, 3], [0.03]) },
    'about 0.03 USD, 0.03 USD for each, from 2 earlier edits',
  ],
  [
    'earlier edits that differ',
    [one],
    { earlier: cost([0.05], [0.03]) },
    'at least 0.03 USD, 0.03 USD for each, from 2 earlier edits',
  ],
  [
    'a price that is not for an output',
    [one],
    { prices: priced({ ...price, unit: 'second' }), earlier: cost([0.05]) },
    'about 0.05 USD, 0.05 USD for each, from 1 earlier edit',
  ],
  [
    'nothing known',
    [one, two],
    { earlier: cost([undefined]) },
    'unknown: the price is not known, and no earlier edit of this model has a recorded cost',
  ],
])('estimates by %s', (_what, edits, facts, expected) => {
  expect(describeEstimatedCost(estimateCost(plan(edits).edits, facts))).toBe(expected);
});

it('never takes an unknown cost for nothing', () => {
  expect(estimateCost(plan([one, two]).edits, {})).toEqual({ kind: 'unknown', edits: 2 });
});
