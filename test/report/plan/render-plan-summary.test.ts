import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';

import type { CostEstimate } from '../../../src/plan/review/cost-types.ts';
import { renderPlanSummary } from '../../../src/report/plan/render-plan-summary.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { shownText } from '../../shared/shown-text.ts';
import { samplePlans } from './sample-plans.ts';
import { realisticPlan, reviewedEdit, samplePlan } from './sample-plan.ts';

const known: Extract<CostEstimate, { kind: 'known' }> = {
  kind: 'known',
  edits: 2,
  usd: 0.06,
  isLeast: false,
  parts: [
    {
      model: 'bytedance/dreamina-4-0/edit',
      edits: 2,
      eachUsd: 0.03,
      isLeast: false,
      basis: { kind: 'price' },
    },
  ],
};
const isNew = reviewedEdit('a');
const isUnchanged = reviewedEdit('b', { action: 'unchanged', status: { kind: 'unchanged' } });
const isPending = reviewedEdit('c', {
  action: 'hold',
  status: { kind: 'pending', why: 'hold', what: 'it may have been sent', runUrl: '' },
});
const error = { severity: 'error', message: 'Unknown key `promt`.' } as const;

it('shows a plan as a pull request may have it', () => {
  expect(renderPlanSummary(realisticPlan())).toMatchSnapshot();
});

it.each<[string, Partial<PlanFile>]>([
  ['Plan: 1 edit to make, unknown cost', { edits: [isNew], estimate: { kind: 'unknown', edits: 1 } }],
  ['Plan: 1 edit to make, at least 0.06&nbsp;USD', { edits: [isNew], estimate: { ...known, isLeast: true } }],
  ['Plan: 2 edits to make, about 0.06&nbsp;USD', { edits: [isNew, { ...isNew, id: 'd' }], estimate: known }],
  ['Plan: nothing to make', { edits: [isUnchanged] }],
  ['Plan: nothing to make, 1 pending', { edits: [isUnchanged, isPending] }],
  ['Plan: the spec has no edits', {}],
  ['✗ No plan: 1 error', { problems: [error] }],
  ['✗ Plan with 2 errors: nothing to make', { edits: [isUnchanged], problems: [error, error] }],
])('begins with what it comes to: %s', (headline, plan) => {
  expect(renderPlanSummary(samplePlan(plan)).split('\n')[0]).toBe(`## ${headline}`);
});

it('says why a cost is only a lower bound, and what is not in it', () => {
  const text = renderPlanSummary(
    samplePlan({ edits: [isNew, isPending], estimate: { ...known, isLeast: true } }),
  );
  expect(text).toContain(
    "**Cost:** at least 0.06&nbsp;USD, by the service's price. It may be more: an edit can return several pictures, and not all edits cost the same. Pending edits are not included.",
  );
});

it('says each problem once', () => {
  const text = renderPlanSummary(samplePlan({ problems: [error, error] }));
  expect(text.match(/^### .*$|Unknown key/gm)).toEqual(['### Problems (1)', 'Unknown key']);
});

it.each([
  [undefined, 'It may have been sent. It may have been paid for. It is not sent again without'],
  ['req-8', 'It may have been sent. Request `req-8`. It is not sent again without'],
])('says what an edit on hold means for money: request %s', (requestId, expected) => {
  const status = { ...isPending.status, ...(requestId !== undefined && { requestId }) };
  const edits = [reviewedEdit('c', { action: 'hold', status })];
  expect(renderPlanSummary(samplePlan({ edits }))).toContain(expected);
});

it('keeps the order of the spec in each group', () => {
  const edits = ['z', 'y', 'x'].map((id) => reviewedEdit(id));
  expect(renderPlanSummary(samplePlan({ edits })).match(/^- `\w`/gm)).toEqual(['- `z`', '- `y`', '- `x`']);
});

it('shows no more pictures than everyone who opens the page should load, then links', () => {
  const current = { path: 'a.jpg', commit: '1'.repeat(40) };
  const edits = Array.from({ length: 40 }, (_, index) =>
    reviewedEdit(`e${index}`, { status: { kind: 'changed' }, changes: [{ kind: 'forced' }], current }),
  );
  const text = renderPlanSummary(samplePlan({ edits }));
  expect(text.match(/<img /g)).toHaveLength(36);
  expect(text.match(/\[current picture\]\(/g)).toHaveLength(4);
});

describe('texts from outside', () => {
  /** What the page itself is made of. */
  const OWN = /^<\/?(?:h2|h3|p|ul|li|strong|em|code|a|br|del|ins|b|img|span|details|summary)\b[^>]*>$/;

  it('do not become markup', () => {
    fc.assert(
      fc.property(samplePlans, (plan) => {
        const html = marked.parse(renderPlanSummary(plan), { async: false });
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !OWN.test(tag))).toEqual([]);
        for (const tag of ['ul', 'li', 'del', 'ins', 'details', 'code', 'a', 'h3'])
          expect(tags.filter((each) => new RegExp(`^<${tag}\\b`).test(each))).toHaveLength(
            tags.filter((each) => each === `</${tag}>`).length,
          );
        const addresses = [...html.matchAll(/(href|src)="([^"]*)"/g)];
        const isOwn = ([, key, address = '']: RegExpExecArray | RegExpMatchArray): boolean =>
          key === 'src'
            ? address.startsWith('https://github.com/acme/shop/blob/')
            : address.startsWith('https://github.com/acme/shop/');
        expect(addresses.filter((each) => !isOwn(each))).toEqual([]);
        // In code, GitHub turns nothing into markup.
        const text = shownText(html.replaceAll(/<code>[^]*?<\/code>|<a [^>]*>/g, ''));
        expect(text).not.toMatch(/@octocat|#12|:smile:/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a plan that is too large', () => {
  const words = [
    { kind: 'removed', text: 'Red mug. '.repeat(40) },
    { kind: 'added', text: 'Blue cup. '.repeat(40) },
  ] as const;
  const big = samplePlan({
    edits: Array.from({ length: 3000 }, (_, index) =>
      reviewedEdit(`hero@beach-${index}`, {
        description: 'A banner',
        status: { kind: 'changed' },
        changes: [{ kind: 'prompt', words }],
      }),
    ),
    orphaned: Array.from({ length: 3000 }, (_, index) => ({
      id: `old-${index}`,
      files: [],
      isRemoved: false,
    })),
    problems: Array.from({ length: 3000 }, (_, index) => ({
      ...error,
      message: `Unknown key \`k${index}\`.`,
    })),
    estimate: { ...known, edits: 3000, usd: 90 },
  });

  it('takes ever shorter forms as the limit falls, never more than the limit', () => {
    const forms = [5_000_000, 1_000_000, 100_000, 60_000, 20_000, 5000, 1500, 800, 100, 10].map(
      (maxBytes) => {
        const text = renderPlanSummary(big, maxBytes);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
        return text;
      },
    );
    expect(new Set(forms).size).toBeGreaterThanOrEqual(8);
    expect(forms.map((text) => text.length)).toEqual(
      forms.map((text) => text.length).toSorted((a, b) => b - a),
    );
    expect(forms.at(-2)).toBe('## ✗ Plan with 3000 errors: 3000 edits to make, about 90.00&nbsp;USD\n');
    expect(forms.at(-1)).toBe('');
  });

  it('says what it leaves out', () => {
    const text = renderPlanSummary(big, 60_000);
    expect(text.match(/^_And .*$|and \d+ more$/gm)).toEqual([
      '_And 2900 more problems: see the plan file._',
      '_And 2000 more edits: see the plan file._',
      'and 2900 more',
    ]);
  });

  it('never is more than any limit', () => {
    fc.assert(
      fc.property(samplePlans, fc.nat(6000), (plan, maxBytes) => {
        const text = renderPlanSummary(plan, maxBytes);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
        expect(text === '' || text.startsWith('## ')).toBe(true);
      }),
    );
  });
});
