import { expect, test } from 'vitest';

import type { Fault } from '../../emulator/fault.ts';
import { createStage, readStates, submitsOf } from '../support/stage.ts';

const times = 4;
const ways: Readonly<Record<string, Fault>> = {
  unavailable: { on: 'status', kind: 'status', status: 503, body: { error: 'Down for a while' }, times },
  'bad-gateway': { on: 'status', kind: 'html', contentType: 'text/html', times },
  reset: { on: 'status', kind: 'reset', times },
  cut: { on: 'status', kind: 'truncated', contentLength: 'full', times },
  empty: { on: 'status', kind: 'empty', times },
  'slow-down': { on: 'status', kind: 'rate-limit', retryAfter: 1, times: 2 },
  'not-found-yet': {
    on: 'status',
    kind: 'status',
    status: 404,
    body: { code: 404001, error: 'ResourceNotFound' },
    times: 2,
  },
  'at-the-result': { on: 'result', kind: 'status', status: 503, times },
  'result-reset': { on: 'result', kind: 'reset', times },
};
const ids = Object.keys(ways);
const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${ids.map((id) => `  ${id}: { prompt: The way is ${id}., images: [a.png] }`).join('\n')}
`;

test('an outage while polling ends no wait for a paid job: 503, resets, web pages, half answers are sat out', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'max-parallel': '16' } });
  const { faults } = stage.emulator;
  for (const [id, fault] of Object.entries(ways)) faults.add({ ...fault, match: `The way is ${id}.` });
  const main = await stage.job.main();

  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual(
    Object.fromEntries(ids.map((id) => [id, 'succeeded'])),
  );
  expect(main.exitCode).toBe(0);
  expect(main.log.annotations).toEqual([]);
  expect(submitsOf(stage.emulator.requests)).toHaveLength(ids.length);
  // Everything that was asked for again had its trouble; the log reports it and its end.
  expect(main.stdout).toContain('Still trying to read');
  expect(main.stdout).toContain('The service answers again');
  const pictures = [...(await stage.unpack()).keys()].filter((name) => /^[\w-]+\.jpg$/.test(name));
  expect(pictures).toHaveLength(ids.length);
});
