import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  quick: { prompt: A quick one., images: [a.png] }
  trickling: { prompt: A trickling one., images: [a.png] }
`;

test('the deadline comes in the middle of a download: nothing half-written stays, and where the picture is, is reported', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { timeout: '10s' } });
  stage.emulator.faults.add({ on: 'download', kind: 'slow', bytesPerSecond: 40, match: 'A trickling one' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1', pending: '1' });
  const resultsFile = main.outputs['results-file'] ?? '';
  expect(await readStates(resultsFile)).toEqual({ quick: 'succeeded', trickling: 'pending' });
  const left = await readdir(path.dirname(resultsFile), { recursive: true });
  expect(left.filter((name) => /trickling|\.part$/.test(name))).toEqual([]);
  const job = stage.emulator.ledger.find(({ input }) => JSON.stringify(input).includes('trickling'));
  const about = main.log.annotations.find(({ message }) => message.includes('trickling'));
  expect(about?.message).toContain('The picture is paid for; the result stays readable at http://');
  expect(about?.message).toContain(`/v1/requests/${job?.requestId ?? '?'}/result`);
  expect([...(await stage.unpack()).keys()]).toContain('quick.jpg');
});
