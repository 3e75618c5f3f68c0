import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createPlanFile, digestPlan } from '../../../src/report/plan/create-plan-file.ts';
import { parsePlanFile, renderPlanFile } from '../../../src/report/plan/plan-file.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { samplePlans } from './sample-plans.ts';
import { realisticPlan, reviewedEdit, samplePlan } from './sample-plan.ts';

function parse(text: string) {
  return parsePlanFile(text, 'plan.json');
}

it('is read as it was written', () => {
  fc.assert(
    fc.property(samplePlans, (plan) => {
      expect(parse(renderPlanFile(plan))).toEqual({ ok: true, value: plan });
    }),
  );
});

it('has a digest of what it decides, and of nothing else', () => {
  const plan = realisticPlan();
  const { digest } = plan;
  const [first, ...rest] = plan.edits;
  const withFirst = (more: Partial<PlanFile['edits'][number]>): PlanFile => ({
    ...plan,
    edits: [reviewedEdit('cutout', { ...first, ...more }), ...rest],
  });
  const same: readonly PlanFile[] = [
    { ...plan, createdAt: '2027-01-01T00:00:00.000Z', actionVersion: '1.0.1', problems: [] },
    { ...plan, estimate: { kind: 'unknown', edits: 3 }, branchCommit: 'a'.repeat(40) },
    { ...plan, spec: { path: plan.spec.path, commit: 'b'.repeat(40) } },
    { ...plan, edits: plan.edits.toReversed(), orphaned: [] },
    withFirst({ description: 'Another.', changes: [], at: { file: 'x.yml', line: 1, column: 1 } }),
  ];
  for (const each of same) expect(digestPlan(each)).toBe(digest);
  const other: readonly PlanFile[] = [
    { ...plan, destination: 'artifact' },
    { ...plan, spec: { path: 'other.yml' } },
    { ...plan, edits: rest },
    { ...plan, orphaned: [{ id: 'summer-sale', files: [], isRemoved: true }] },
    withFirst({ fingerprint: 'e'.repeat(64) }),
    withFirst({ action: 'hold' }),
    withFirst({ output: 'there/cutout' }),
    withFirst({ id: 'cutout2' }),
    withFirst({ status: { kind: 'shared', with: 'hero@studio' } }),
  ];
  const digests = other.map(digestPlan);
  expect(new Set([digest, ...digests]).size).toBe(other.length + 1);
});

describe('a plan file that was not written by a plan', () => {
  const plan = realisticPlan();
  /** The file with one value set, by its path. */
  function edited(path: readonly (string | number)[], value: unknown): string {
    const json = JSON.parse(renderPlanFile(plan)) as Record<string, unknown>;
    const parent = path.slice(0, -1).reduce<unknown>((all, key) => (all as never)[key], json);
    Object.assign(parent as object, { [path.at(-1) ?? '']: value });
    return JSON.stringify(json);
  }

  it.each([
    [
      'is not JSON',
      '{',
      /^plan\.json: The plan file is not JSON: .*\. Use the file as a plan wrote it, or plan again\.$/,
    ],
    ['is something else', '[]', /fault in its form: /],
    [
      'is of a newer version',
      '{"version":2,"edits":7}',
      /written by a newer version .*form is 2.*knows 1.*Use the same version/,
    ],
    [
      'has a path that leads out',
      edited(['spec', 'path'], '../../evil/x'),
      /fault in spec > path: must be a path inside/,
    ],
    [
      'has a path with an empty part',
      edited(['spec', 'path'], 'a//x'),
      /must be a path inside the repository/,
    ],
    ['has a key that no one knows', edited(['edits', 0, 'extra'], 1), /fault in edits > 0: .*extra/],
    [
      'has an action that no one knows',
      edited(['edits', 0, 'action'], 'pay'),
      /fault in edits > 0 > action: /,
    ],
    ['lacks a value', edited(['destination'], undefined), /fault in destination: /],
    ['links to a script', edited(['repositoryUrl'], 'javascript:alert(1)'), /fault in repositoryUrl: /],
    [
      'links to what is no commit',
      edited(['spec', 'commit'], '../../..'),
      /fault in spec > commit: must be the full name/,
    ],
    [
      'has an endless path',
      edited(['edits', 0, 'output'], 'x'.repeat(10_001)),
      /fault in edits > 0 > output: /,
    ],
    [
      'was changed by hand',
      edited(['edits', 0, 'fingerprint'], 'e'.repeat(64)),
      /changed after it was made: its digest/,
    ],
    [
      'allows more than it did',
      edited(['edits', 3, 'action'], 'submit'),
      /changed after it was made: its digest/,
    ],
  ])('is refused if it %s', (_what, text, message) => {
    const parsed = parse(text);
    expect(parsed.ok ? [] : parsed.error).toEqual([
      { severity: 'error', message: expect.stringMatching(message) as string },
    ]);
  });

  it('is refused if two edits have one id', () => {
    const twice = createPlanFile({ ...samplePlan(), edits: [reviewedEdit('a'), reviewedEdit('a')] });
    expect(parse(renderPlanFile(twice))).toMatchObject({
      ok: false,
      error: [{ message: expect.stringContaining('two edits with the same id') as string }],
    });
  });

  it('is refused with at most ten problems', () => {
    const edits = Array.from({ length: 20 }, () => ({}));
    const parsed = parse(edited(['edits'], edits));
    expect(parsed.ok ? [] : parsed.error).toHaveLength(10);
  });

  it('is refused without a look at it if it is too large', () => {
    const parsed = parse(' '.repeat(64 * 1024 * 1024 + 1));
    expect(parsed.ok ? '' : parsed.error[0]?.message).toMatch(
      /has 64\.0 MiB, and at most 64\.0 MiB are read/,
    );
  });
});
