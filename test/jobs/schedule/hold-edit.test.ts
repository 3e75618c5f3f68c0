import { expect, test } from 'vitest';

import { claimed, lost, THEM } from '../../ledger/samples.ts';
import { realClock } from '../../support/clocks.ts';
import { hold } from '../in-flight.ts';
import { runPlan } from '../run-plan.ts';

test('story 1: what may have been sent is not sent again; it ends at once, with its age, its run and what to do', async () => {
  const nowMs = claimed(THEM).claimedAtMs + 26 * 3_600_000;
  const { outcomes, requests, lines } = await runPlan([hold('sent'), hold('claimed', claimed(THEM))], {
    clock: { ...realClock, now: () => nowMs },
  });
  const advice =
    'Look for it among your requests on RunComfy; a run with `on-unknown: resubmit` sends it again.';
  expect(
    outcomes.map(({ state, error }) => `${state} ${error?.code ?? ''}: ${error?.message ?? ''}`),
  ).toEqual([
    `unknown unknown-submit: It was not sent, because it may be paid for already: the run ${THEM.url} may have sent it 26 hours ago, and no answer is known. ${advice}`,
    `unknown unknown-submit: It was not sent, because it may be paid for already: the run ${THEM.url} was about to send it 26 hours ago, and ended without recording whether it did. ${advice}`,
  ]);
  expect(requests).toEqual([]);
  expect(lines[0]).toMatch(/^sent {2}unknown: It was not sent/);
});

test('what was paid for and is gone is named by its request id, and not made again', async () => {
  const entry = lost(THEM, 'req-7');
  const nowMs = entry.submittedAtMs + 26 * 3_600_000;
  const { outcomes, requests } = await runPlan([hold('hero', entry)], {
    clock: { ...realClock, now: () => nowMs },
  });
  const { requestId, submittedAtMs } = entry;
  expect(outcomes).toMatchObject([{ state: 'unknown', job: { kind: 'lost', requestId, submittedAtMs } }]);
  expect(outcomes[0]?.error?.message).toBe(
    `It was not sent: the run ${THEM.url} paid for it 26 hours ago (request req-7), and its pictures are no longer available. Only a run with \`on-unknown: resubmit\` has it made, and pays, again.`,
  );
  expect(requests).toEqual([]);
});
