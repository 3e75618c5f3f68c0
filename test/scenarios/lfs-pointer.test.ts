import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const pointer = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`;
const spec = `version: 1
edits:
  fine: { prompt: A cat., images: [a.png] }
  hero:
    prompt: Put the mug on the beach.
    images:
      - a.png
      - shots/mug.png
`;

test('a Git LFS pointer would be sent as the picture: it is found before anything is sent', async () => {
  await using stage = await createStage({ 'edits.yml': spec, 'shots/mug.png': pointer });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.log.annotations[0]).toEqual({
    kind: 'error',
    message:
      'edits.yml:8:9: `shots/mug.png` is a Git LFS pointer, not the picture itself. ' +
      'Set `lfs: true` in the actions/checkout step. (edit `hero`)',
    file: 'edits.yml',
    line: 8,
    column: 9,
  });
  expect(main.summary).toContain('lfs: true');
  expect(stage.emulator.requests).toEqual([]);
});
