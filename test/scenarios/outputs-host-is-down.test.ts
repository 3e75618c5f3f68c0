import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  down: { prompt: It stays away., images: [a.png] }
  torn: { prompt: It breaks off., images: [a.png] }
  fine: { prompt: All is well., images: [a.png] }
`;

test('pictures whose host answers 500, or breaks off, to the end of the run are pending, reported with their addresses, and exits 1', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { timeout: '10s' } });
  stage.emulator.faults.add({ on: 'download', kind: 'status', status: 500, match: 'It stays away' });
  stage.emulator.faults.add({
    on: 'download',
    kind: 'truncated',
    contentLength: 'full',
    match: 'It breaks off',
  });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1', pending: '2' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    down: 'pending',
    torn: 'pending',
    fine: 'succeeded',
  });
  for (const prompt of ['It stays away', 'It breaks off']) {
    const job = stage.emulator.ledger.find(({ input }) => JSON.stringify(input).includes(prompt));
    const tries = stage.emulator.requests.filter(({ path }) => path.startsWith(`/${job?.requestId ?? ''}/`));
    expect(tries.length, prompt).toBeGreaterThan(1);
    const where = `/v1/requests/${job?.requestId ?? ''}/result`;
    for (const text of [main.stdout, main.summary]) expect(text).toContain(where);
  }
  const pictures = [...(await stage.unpack()).keys()].filter((name) => /^\w+\.(jpg|part)$/.test(name));
  expect(pictures).toEqual(['fine.jpg']);
});
