import { expect, test } from 'vitest';

import { endEdit } from '../../../src/jobs/endings.ts';
import { watchService } from '../../../src/jobs/schedule/watch-service.ts';
import type { JobChange } from '../../../src/jobs/types.ts';
import { createRecordingLog } from '../../queue/client-deps.ts';
import { makeEdit } from '../run-plan.ts';

type Begun = Extract<JobChange['kind'], 'submitting' | 'collecting'>;

function begin(id: string, kind: Begun): JobChange {
  const edit = makeEdit(id);
  return kind === 'collecting' ? { kind, edit, requestId: `req-of-${id}` } : { kind, edit };
}

/** With `auto`, after eight edits that began like this, and then "slow down". */
function watchEight(kinds: readonly Begun[]) {
  let slowDowns = 0;
  const queue = { slowDowns: () => slowDowns };
  const watch = watchService({
    ...{ maxParallel: 'auto', log: createRecordingLog(), queue },
  });
  for (const [index, kind] of kinds.entries()) watch.observe(begin(`e${index}`, kind));
  slowDowns = 1;
  return watch;
}

test.each<[string, readonly Begun[]]>([
  ['submits that are on their way', Array.from({ length: 8 }, () => 'submitting')],
  [
    'jobs that are collected',
    Array.from({ length: 8 }, (_, index) => (index === 0 ? 'submitting' : 'collecting')),
  ],
])('auto: after a first "slow down", %s count as in flight', (_, kinds) => {
  const watch = watchEight(kinds);
  expect(watch.limit()).toBe(8);
  watch.observe({ kind: 'submitted', edit: makeEdit('e0'), requestId: 'req-1' });
  expect(watch.limit()).toBe(7);
});

test('auto: a collected job that begins does not say that the service has room', () => {
  const watch = watchService({
    ...{ maxParallel: 'auto', log: createRecordingLog() },
    queue: { slowDowns: () => 0 },
  });
  for (let index = 0; index < 8; index += 1) watch.observe(begin(`e${index}`, 'collecting'));
  watch.observe({ kind: 'running', edit: makeEdit('e0') });
  expect(watch.limit()).toBe(8);
});

test('auto: jobs that wait in the queue show how many run, and the limit goes that way', () => {
  const watch = watchService({
    ...{ maxParallel: 'auto', log: createRecordingLog() },
    queue: { slowDowns: () => 0 },
  });
  const submit = (id: string): void => {
    watch.observe({ kind: 'submitted', edit: makeEdit(id), requestId: `req-of-${id}` });
  };
  for (let index = 0; index < 8; index += 1) submit(`e${index}`);
  for (let index = 8; index < 12; index += 1) {
    watch.observe({ kind: 'running', edit: makeEdit(`e${index - 8}`) });
    submit(`e${index}`);
  }
  expect(watch.limit()).toBe(12);
  for (let index = 8; index < 12; index += 1) {
    const id = `e${index}`;
    watch.observe({ kind: 'queued', edit: makeEdit(id) });
    // As if four were running at any time.
    const timings = { queuedMs: ((index + 1) / 4 - 1) * 5000, runningMs: 5000 };
    const job = { kind: 'over-empty', requestId: `req-of-${id}`, submittedAtMs: 0 } as const;
    const error = { code: 'job-failed', message: 'No.' } as const;
    watch.observe({
      kind: 'ended',
      outcome: endEdit(makeEdit(id), { state: 'failed', job, error, timings }),
    });
  }
  // On the way to six, which ends at eight.
  expect(watch.limit()).toBe(10);
});
