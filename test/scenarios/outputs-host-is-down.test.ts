import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  down: { prompt: It stays away., images: [a.png] }
  fine: { prompt: All is well., images: [a.png] }
`;

test('a picture whose host answers 500 to the end of the run is pending, told with its address, and exits 1', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { timeout: '5s' } });
  stage.emulator.faults.add({ on: 'download', kind: 'status', status: 500, match: 'It stays away' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1', pending: '1' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    down: 'pending',
    fine: 'succeeded',
  });
  const down = stage.emulator.ledger.find(({ input }) => JSON.stringify(input).includes('It stays away'));
  const tries = stage.emulator.requests.filter(({ path }) => path.startsWith(`/${down?.requestId ?? ''}/`));
  expect(tries.length).toBeGreaterThan(1);
  const where = `/v1/requests/${down?.requestId ?? ''}/result`;
  for (const text of [main.stdout, main.summary]) expect(text).toContain(where);
  const pictures = [...(await stage.unpack()).keys()].filter((name) => /^\w+\.(jpg|part)$/.test(name));
  expect(pictures).toEqual(['fine.jpg']);
});
