import { describe, expect, it } from 'vitest';

import { planComment, problemsComment, runComment } from '../../../src/report/comment/render-comment.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import { realisticPlan, reviewedEdit, samplePlan } from '../plan/sample-plan.ts';
import { sampleEntry } from '../sample-branch.ts';
import { sampleOutcome } from '../sample-run.ts';
import { sampleEdited, sampleReportOf } from './sample-preview.ts';

const source = { runUrl: 'https://github.com/acme/shop/actions/runs/7', job: 'plan' };
const FOOTER =
  '<sub>From [this run](<https://github.com/acme/shop/actions/runs/7>), job `plan`. The next run replaces this text.</sub>';

const manyProblems = Array.from({ length: 300 }, (_, index): Problem => ({
  severity: 'error',
  message: `Problem ${index} ${'x'.repeat(200)}.`,
  at: { file: 'edits.yml', line: index + 1, column: 1 },
}));

describe('a plan', () => {
  it('is whole if there is room, and says which run it is from', () => {
    const text = planComment(realisticPlan(), source)(60_000);
    expect(text).toContain('## Plan: 3 edits to make');
    expect(text).toContain('### To make');
    expect(text.endsWith(FOOTER)).toBe(true);
  });

  it('becomes shorter step by step, and never longer than asked for', () => {
    const edits = Array.from({ length: 2000 }, (_, index) =>
      reviewedEdit(`edit-${index}`, { prompt: '光'.repeat(200) }),
    );
    const render = planComment(samplePlan({ edits, problems: manyProblems }), source);
    let last = Infinity;
    for (const max of [2_000_000, 60_000, 20_000, 6000, 2000, 500, 300]) {
      const { length } = render(max);
      expect(length).toBeLessThanOrEqual(max);
      expect(length).toBeLessThan(last);
      expect(length).toBeGreaterThan(FOOTER.length);
      last = length;
    }
    expect(render(100)).toBe('');
  });

  it('shows at most 12 pictures', () => {
    const current = { path: 'hero.jpg', commit: '3'.repeat(40) };
    const edits = Array.from({ length: 30 }, (_, index) =>
      reviewedEdit(`edit-${index}`, { status: { kind: 'changed' }, changes: [{ kind: 'forced' }], current }),
    );
    const text = planComment(samplePlan({ edits }), source)(60_000);
    expect(text.match(/<img /g)).toHaveLength(12);
    expect(text).toContain('See the [current picture](');
  });

  it('is measured in characters, as GitHub does, not in bytes', () => {
    const edits = [reviewedEdit('hero', { prompt: '光'.repeat(300) })];
    const render = planComment(samplePlan({ edits }), source);
    const whole = render(60_000);
    expect(Buffer.byteLength(whole)).toBeGreaterThan(whole.length + 500);
    expect(render(whole.length)).toBe(whole);
    expect(render(whole.length - 1)).not.toBe(whole);
  });
});

describe('a run that applied', () => {
  it('shows each picture beside the one that it replaced, pinned to commits', () => {
    const { report, before } = sampleReportOf(sampleEdited('hero', 'old'), sampleEdited('new'));
    const text = runComment(report, before, source)(60_000);
    const [after, earlier] = ['5', '4'].map(
      (digit) => `https://github.com/acme/shop/blob/${digit.repeat(40)}`,
    );
    expect(text).toContain(`<img src="${earlier ?? ''}/pictures/hero-old.jpg?raw=true"`);
    expect(text).toContain(`<img src="${after ?? ''}/pictures/hero.jpg?raw=true"`);
    expect(text).toContain(`<img src="${after ?? ''}/pictures/new.jpg?raw=true"`);
    expect(text).toContain('### Pictures (2)');
    expect(text.match(/>Before</g)).toHaveLength(1);
    expect(text).toContain('**Edits:** 2 succeeded.\\\n**Cost:** 0.06&nbsp;USD. **Time:** 3 m 12 s.');
    expect(text.endsWith(FOOTER)).toBe(true);
  });

  it('becomes shorter step by step: fewer problems, fewer pictures, then their number', () => {
    const edits = Array.from({ length: 30 }, (_, index) => sampleEdited(`edit-${index}`, 'old'));
    const { report, before } = sampleReportOf(...edits);
    const render = runComment({ ...report, problems: manyProblems }, before, source);
    const picturesIn = (max: number): number => (render(max).match(/<img /g) ?? []).length;
    expect([60_000, 20_000, 9000, 3000].map(picturesIn)).toEqual([24, 24, 12, 0]);
    expect(render(60_000)).toContain('_And 18 more pictures: [see the branch](');
    expect(render(3000)).toContain('_30 pictures: [see the branch](');
    for (const max of [60_000, 20_000, 9000, 3000, 1200]) expect(render(max).length).toBeLessThanOrEqual(max);
  });

  it('beside a base branch: shows all that a merge would change, whichever run made it', () => {
    const own = sampleEdited('own', 'old');
    const { report, before } = sampleReportOf(own, sampleEdited('same', 'old'), sampleEdited('fresh'));
    const edits = report.edits.map((outcome) => {
      const { edit, files } = outcome;
      const action = { kind: 'unchanged', from: edit.id, entry: sampleEntry(files), files } as const;
      // Planned as unchanged, or to be sent, and delivered by another run meanwhile.
      return sampleOutcome(
        edit.id,
        'unchanged',
        { unchangedFiles: files },
        edit.id === 'fresh' ? {} : { action },
      );
    });
    const sameFile = { path: 'pictures/same.jpg', commit: '4'.repeat(40), sha256: 'ef'.repeat(32) };
    const pictures = new Map([...before.pictures, ['same', [sameFile]] as const]);
    const render = (from: 'base' | 'own') =>
      runComment({ ...report, edits }, { from, pictures }, source)(60_000).match(/<img /g) ?? [];
    expect(render('base')).toHaveLength(3);
    expect(render('own')).toHaveLength(0);
  });

  it('has no HTML that a blank line would end, whatever edits are called', () => {
    const { report, before } = sampleReportOf(sampleEdited('a"<b>\n\nc', 'old'));
    const text = runComment(report, before, source)(60_000);
    const [table = ''] = /<table>[^]*<\/table>/.exec(text) ?? [];
    expect(table).not.toContain('\n\n');
    expect(table).not.toContain('<b>');
  });
});

it('problems alone', () => {
  const render = problemsComment('✗ There is no plan: 300 errors', manyProblems, source);
  expect(render(60_000)).toContain('_And 200 more problems: see the log._');
  for (const max of [60_000, 10_000, 2000, 400]) expect(render(max).length).toBeLessThanOrEqual(max);
  expect(render(400)).toContain('There is no plan');
});
