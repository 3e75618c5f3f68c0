import { describe, expect, it } from 'vitest';

import { createBudget } from '../../../src/jobs/budget/create-budget.ts';
import type { LockedInput } from '../../../src/lock/types.ts';
import { readModel } from '../../../src/models/read-model.ts';
import { estimateCost } from '../../../src/plan/review/estimate-cost.ts';
import { describeEstimatedCost } from '../../../src/plan/review/describe-estimate.ts';
import { costKey } from '../../../src/plan/review/seen-costs.ts';
import { succeeded } from '../../support/job-script.ts';
import { makeEdit, runPlan } from '../run-plan.ts';
import { earlier, edit, PRICES } from './edits-with-options.ts';

describe('what edits cost whose options multiply the price', () => {
  it.each([
    [
      [edit('a')],
      [earlier('1', 0.1), earlier('2', 0.12)],
      'about 0.12 USD, 0.12 USD for each, from 2 earlier edits',
    ],
    [
      [edit('a')],
      [earlier('1', 0.12), earlier('1', 0)],
      'about 0.12 USD, 0.12 USD for each, from 1 earlier edit',
    ],
    [
      [edit('a')],
      [earlier('1', 0.02)],
      "at least 0.04 USD, 0.04 USD for each by the service's base price, which options may multiply",
    ],
    [
      [edit('a')],
      [earlier('1', 0.05, '1K'), earlier('2', undefined)],
      "at least 0.04 USD, 0.04 USD for each by the service's base price, which options may multiply",
    ],
    [
      [edit('a'), edit('b', '1K'), makeEdit('c')],
      [earlier('1', 0.12)],
      "at least 0.16 USD, 1 edit by google/nano-banana-2/edit: 0.12 USD for each, from 1 earlier edit; 1 edit by google/nano-banana-2/edit: 0.04 USD for each by the service's base price, which options may multiply; the cost of 1 edit is not known",
    ],
  ])('is estimated by earlier ones with the same options', (edits, before, expected) => {
    expect(describeEstimatedCost(estimateCost(edits, { prices: PRICES, earlier: before }))).toBe(expected);
  });

  it('is set aside before each submit: the highest that an earlier edit cost', () => {
    const budget = createBudget(
      { maxCostUsd: 0.3 },
      { prices: PRICES, earlier: [earlier('1', 0.12), earlier('2', 0.1)] },
    );
    expect(budget.reserve(edit('a'))).toBeUndefined();
    expect(budget.reserve(edit('b'))).toBeUndefined();
    expect(budget.reserve(edit('c'))?.message).toContain(
      '0.24 USD of 0.30 USD are spent or set aside, and it may cost 0.12 USD, as an earlier edit with the same options did',
    );
    // Another resolution has another cost.
    expect(budget.reserve(edit('d', '1K'))).toBeUndefined();
  });

  it('is learned from one edit before others are sent', () => {
    const budget = createBudget({ maxCostUsd: 1 }, { prices: PRICES });
    const [a, b] = [edit('a'), edit('b', '4K', 2)];
    const underWay = new Set(['a']);
    expect(budget.mustWait(a, new Set())).toBe(false);
    budget.reserve(a);
    expect([budget.mustWait(b, underWay), budget.mustWait(edit('c', '1K'), underWay)]).toEqual([true, false]);
    // No edit waits for one that this run no longer follows: it is left to a later run.
    expect(budget.mustWait(b, new Set())).toBe(false);
    expect(budget.reserve(b)?.message).toBe(
      'Over budget, not sent: what an edit with these options costs is not known, and a, which was sent to find out, has not ended. Run again, or remove `max-cost`.',
    );
    budget.recordCost(a, { usd: 0.16, hasMade: true });
    expect(budget.mustWait(b, underWay)).toBe(false);
    expect(createBudget({}, { prices: PRICES }).mustWait(b, underWay)).toBe(false);
  });

  it('keeps the others back until its cost is known', async () => {
    const sent: string[] = [];
    const { outcomes } = await runPlan([edit('a'), edit('b'), edit('c')], {
      budget: createBudget({ maxCostUsd: 1 }, { prices: PRICES }),
      onChange: ({ kind, ...change }) => {
        if (kind === 'submitting' && 'edit' in change) sent.push(change.edit.id);
        if (kind === 'downloading') sent.push('a cost');
      },
      api: { result: (_prompt, id) => ({ ...succeeded(`https://out.example/${id}.png`), cost: 0.16 }) },
    });
    expect(outcomes.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(sent.slice(0, 4)).toEqual(['a', 'a cost', 'b', 'c']);
  });

  it('skips the others if it is unknown whether the first was sent: no edit waits forever', async () => {
    let posts = 0;
    const { outcomes } = await runPlan([edit('a'), edit('b'), edit('c')], {
      budget: createBudget({ maxCostUsd: 1 }, { prices: PRICES }),
      api: {
        fault: ({ path }, answer) => {
          if (!path.startsWith('/v1/models/')) return false;
          posts += 1;
          if (posts > 1) return false;
          answer.reset();
          return true;
        },
      },
    });
    expect(outcomes.map(({ state }) => state)).toEqual(['unknown', 'skipped', 'skipped']);
  });
});

it('a twin that shared a request and cost nothing says nothing of what an edit costs', () => {
  const before = [earlier('1', 0)];
  const estimate = estimateCost([edit('a')], { prices: PRICES, earlier: before });
  expect(describeEstimatedCost(estimate)).toContain('at least 0.04 USD');
  const budget = createBudget({ maxCostUsd: 1 }, { prices: PRICES, earlier: before });
  budget.reserve(edit('a'));
  expect(budget.mustWait(edit('b'), new Set(['a']))).toBe(true);
});

it('what a failure costs says nothing of what a picture does', () => {
  const budget = createBudget({ maxCostUsd: 1 }, { prices: PRICES });
  const [a, b, c] = [edit('a'), edit('b'), edit('c')];
  budget.reserve(a);
  budget.recordCost(a, { usd: 0.001, hasMade: false });
  expect(budget.reserve(b)).toBeUndefined();
  expect(budget.mustWait(c, new Set(['b']))).toBe(true);
});

it('what is set aside for edits under way rises with the first higher cost', () => {
  const budget = createBudget({ maxCostUsd: 1 }, { prices: PRICES, earlier: [earlier('1', 0.05)] });
  for (const id of ['a', 'b', 'c', 'd']) expect(budget.reserve(edit(id))).toBeUndefined();
  budget.recordCost(edit('a'), { usd: 0.3, hasMade: true });
  expect(budget.reserve(edit('e'))).toMatchObject({ code: 'over-budget' });
});

describe('options that do not multiply the price', () => {
  const number = { type: 'number' };
  const rules = {
    prompt: { type: 'string' },
    image_urls: { type: 'array', items: { type: 'string', format: 'image_uri' } },
    mask_url: { type: 'string', format: 'image_uri' },
    random_seed: { type: 'integer' },
    colors: { type: 'array', items: { type: 'string' } },
    negative_prompt: { type: 'string' },
    caption: { type: 'string' },
    strength: { type: 'float', minimum: 0, maximum: 1 },
    megapixels: { type: 'float', minimum: 0.25, maximum: 1 },
    num_images: { ...number, enum: [1, 4] },
    count: { ...number, minimum: 1, maximum: 4 },
    duration: { type: 'float' },
    resolution: { type: 'string' },
    hd: { type: 'boolean' },
    output: { type: 'object', properties: { size: number, seed: number } },
  };
  const model = readModel('a/b/edit', {
    type: 'object',
    required: ['prompt', 'image_urls'],
    properties: rules,
  });
  const keyOf = (options: LockedInput, published = model.ok ? model.value : undefined): string =>
    costKey('a/b/edit', { images: ['a'], prompt: 'x', options }, published);

  it.each<[LockedInput, LockedInput]>([
    [{ mask_url: 'https://a.example/1.png' }, { mask_url: 'https://a.example/2.png' }],
    [{ random_seed: 1 }, { random_seed: 2 }],
    [{ randomSeed: 1 }, {}],
    [{ colors: ['red'] }, { colors: ['blue'] }],
    [{ negative_prompt: 'people' }, {}],
    [{ caption: 'A mug on a beach.' }, { caption: 'A mug in a box.' }],
    [{ strength: 0.5 }, { strength: 1 }],
    [{ output: { seed: 1 } }, { output: { seed: 2 } }],
    [
      { count: 2, hd: true },
      { hd: true, count: 2 },
    ],
  ])('%j and %j cost the same', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each<[LockedInput, LockedInput]>([
    [{ num_images: 1 }, { num_images: 4 }],
    [{ count: 1 }, { count: 4 }],
    [{ duration: 2.5 }, { duration: 5.5 }],
    [{ resolution: '2K' }, { resolution: '4K' }],
    [{ resolution: '1024x1024' }, {}],
    [{ resolution: '1024 x 1024' }, { resolution: '4096 x 4096' }],
    [{ megapixels: 0.25 }, { megapixels: 1 }],
    [{ hd: true }, { hd: false }],
    [{ output: { size: 1, seed: 1 } }, { output: { size: 2, seed: 1 } }],
  ])('%j and %j may not', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
    const [unknown, also] = [one, other].map((each) => costKey('x/y', { options: each }, undefined));
    expect(unknown).not.toBe(also);
  });
});
