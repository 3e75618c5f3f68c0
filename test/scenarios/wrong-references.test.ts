import { expect, test } from 'vitest';

import { createStage, makePicture } from '../support/stage.ts';

const spec = `version: 1
edits:
  inside: { prompt: A cat., images: ['https://10.0.0.7/cat.png'] }
  metadata: { prompt: A cat., images: ['https://[::ffff:169.254.169.254]/cat.png'] }
  missing: { prompt: A cat., images: [b.png] }
  named:
    prompt: A \${{ matrix.pet }}.
    images: [page.png, 'strips/*.png']
    matrix: { pet: [cat, dog] }
`;

test('problems of reference images are reported at file, line and column, and nothing is sent', async () => {
  await using stage = await createStage({
    'edits.yml': spec,
    'page.png': '<!doctype html><title>Not found</title>',
    'strips/long.png': await makePicture(400, 100),
  });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.log.annotations).toMatchSnapshot();
  expect(stage.emulator.requests).toEqual([]);
  expect(stage.artifacts.requests).toEqual([]);
});
