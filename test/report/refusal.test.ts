import { describe, expect, it } from 'vitest';

import { renderSummary } from '../../src/report/render-summary.ts';
import type { EditError } from '../../src/shared/edit-error.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { sampleOutcome, sampleReport } from './sample-run.ts';

const error: EditError = { code: 'over-budget', message: 'Over budget, not sent.' };
const skipped = Array.from({ length: 23 }, (_, n) => sampleOutcome(`e${n}`, 'skipped', { error }));
const late = sampleOutcome('late', 'pending', {
  requestId: 'req-9',
  error: { code: 'deadline', message: 'Still running.' },
});
const refusal: Problem = {
  severity: 'error',
  message: `Nothing was sent: over budget. Raise the limit. It would send ${'e, '.repeat(300)}e.`,
  at: { file: 'edits.yml', line: 3, column: 10 },
};

describe('a run that may send nothing as a whole', () => {
  const summary = renderSummary({ ...sampleReport([...skipped, late]), problems: [refusal], refusal });

  it('says why once, right below the headline, and whole', () => {
    expect(summary.split('\n')[2]).toBe(`**edits.yml:3:10: ${refusal.message}**`);
    expect(summary.match(/over budget/gi)).toHaveLength(1);
    expect(summary).not.toContain('### Problems');
  });

  it('lists one by one what it did not skip', () => {
    expect(summary).toContain('### Needs attention (1)');
    expect(summary).toContain('`late`');
    expect(summary).not.toContain('skipped:**');
  });

  it('another run lists every edit', () => {
    expect(renderSummary(sampleReport([...skipped, late]))).toContain('### Needs attention (24)');
  });
});
