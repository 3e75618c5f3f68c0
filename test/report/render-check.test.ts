import { describe, expect, it } from 'vitest';

import { countProblems, renderCheck } from '../../src/report/render-check.ts';
import type { Problem } from '../../src/shared/problem.ts';

const error: Problem = {
  severity: 'error',
  message: 'No `<b>`.',
  at: { file: 'edits.yml', line: 4, column: 2 },
};
const warning: Problem = { severity: 'warning', message: 'Odd.' };

describe('a step that only found problems', () => {
  it.each([
    [[], ''],
    [[warning], '1 warning'],
    [[error, warning, error], '2 errors, 1 warning'],
  ])('counts them: %#', (problems, counts) => {
    expect(countProblems(problems)).toBe(counts);
  });

  it('lists errors first, and text stays text', () => {
    expect(renderCheck('✗ Wrong', [warning, error])).toBe(
      [
        '## ✗ Wrong',
        '',
        '### Problems (2)',
        '',
        '- **Error:** edits.yml:4:2: No <code>&lt;b&gt;</code>.',
        '- **Warning:** Odd.',
        '',
      ].join('\n'),
    );
  });

  it('stays below what GitHub keeps of a summary, and says what it leaves out', () => {
    const many = Array.from({ length: 20_000 }, () => ({ ...error, message: 'x'.repeat(400) }));
    const text = renderCheck('✗ Wrong', many);
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(text).toContain('And 19700 more problems: see the log.');
  });
});
