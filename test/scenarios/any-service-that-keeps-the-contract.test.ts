import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { startFakeService } from '../support/fake-service.ts';
import { plainPicture } from '../support/plain-picture.ts';
import { createPlainScript } from '../support/plain-script.ts';
import { createStage, readStates } from '../support/stage.ts';

const SPEC = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: First., images: a.png }
  two: { prompt: Second., images: [{ edit: one }, a.png], output: sub/two }
`;

test('a service that follows the contract in its own way works all the same', async () => {
  const output = await plainPicture(1024, 1024, '#274');
  await using service = await startFakeService(createPlainScript({ output, readsUntilDone: 3 }));
  await using stage = await createStage({ 'edits.yml': SPEC });

  const main = await stage.job.main({
    inputs: { 'api-url': service.url, 'output-hosts': service.host, 'api-token': 'other-token' },
  });

  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '2', 'cost-usd': '' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    one: 'succeeded',
    two: 'succeeded',
  });
  const files = await stage.unpack();
  expect(files.get('one.png')).toEqual(output);
  expect(files.get('sub/two.png')).toEqual(output);

  const submits = service.requests.filter(({ method }) => method === 'POST');
  expect(submits.map(({ path }) => path)).toEqual(Array(2).fill('/v1/models/bytedance/dreamina-4-0/edit'));
  const { image_urls: images } = JSON.parse(submits[1]?.body ?? '{}') as { image_urls: readonly string[] };
  expect(images[0]).toBe(`http://${service.host}/out/${JOB_1}`);
  expect(images[1]).toMatch(/^data:image\/png;base64,/);
  for (const { path, authorization } of service.requests) {
    expect(authorization).toBe(path.startsWith('/out/') ? undefined : 'Bearer other-token');
  }
  expect(await readFile(main.outputs['results-file'] ?? '', 'utf8')).not.toContain('not-an-output');
});

/** The longest id that the contract allows begins so in this service. */
const JOB_1 = `JOB_1-${'x'.repeat(100)}`;
