import { expect, test } from 'vitest';

import { startPlainService } from '../support/plain-service.ts';
import { createStage, makePicture, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  base: { prompt: A base., images: [a.png] }
  next: { prompt: Upon it., images: [{ edit: base }] }
  beside: { prompt: Beside it., images: [a.png], output: shots/beside }
`;

test('a service with other words, ids, fields and file types, which follows the contract alone, serves as well', async () => {
  const output = await makePicture(1024, 1024);
  await using service = await startPlainService({ output });
  await using stage = await createStage(
    { 'edits.yml': spec },
    { inputs: { 'api-url': service.url, 'output-hosts': service.outputHost } },
  );
  const main = await stage.job.main();

  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '3', 'cost-usd': '' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    base: 'succeeded',
    next: 'succeeded',
    beside: 'succeeded',
  });
  const files = await stage.unpack();
  for (const name of ['base.png', 'next.png', 'shots/beside.png']) expect(files.get(name)).toEqual(output);

  const submits = service.requests.filter(({ method }) => method === 'POST');
  expect(submits.map(({ path }) => path)).toEqual(Array(3).fill('/v1/models/bytedance/dreamina-4-0/edit'));
  expect(submits.at(-1)?.body).toContain(`"image_urls":["${service.url}/out/JOB_`);
  for (const { path, authorization } of service.requests) {
    expect(authorization === undefined).toBe(path.startsWith('/out/'));
  }
});
