import { expect, it } from 'vitest';

import { createSkipLines } from '../../../src/jobs/schedule/skip-lines.ts';
import type { EditErrorCode } from '../../../src/shared/edit-error.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { makeEdit } from '../run-plan.ts';

function skipped(id: string, message: string, code: EditErrorCode = 'run-stopped') {
  return outcomeOf(makeEdit(id), 'skipped', { error: { code, message } });
}

it('edits that are skipped at once for one reason have one line, and others have lines of their own', () => {
  const lines: string[] = [];
  const skips = createSkipLines({ info: (line) => lines.push(line) });
  const token = 'Not sent: the service refused the API token.';
  expect(['a', 'b', 'c'].map((id) => skips.hold(skipped(id, token)))).toEqual([true, true, true]);
  expect(skips.hold(skipped('d', 'It uses the output of x, which ended as failed.'))).toBe(true);
  expect(skips.hold(outcomeOf(makeEdit('e'), 'succeeded', {}))).toBe(false);
  expect(skips.hold(skipped('f', 'No.', 'run-refused'))).toBe(false);
  expect(lines).toEqual([]);
  skips.flush();
  expect(lines).toEqual([
    `3 edits skipped: ${token} (a, b, c)`,
    'd  skipped: It uses the output of x, which ended as failed.',
  ]);
  skips.flush();
  expect(lines).toHaveLength(2);
});
