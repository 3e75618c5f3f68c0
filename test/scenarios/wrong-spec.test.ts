import { expect, test } from 'vitest';

import { stableText } from '../support/stable-text.ts';
import { createStage } from '../support/stage.ts';

const spec = `version: 1
vars: { brand: Acme }
edits:
  Hero Banner: { prompt: No id., images: [a.png] }
  tall:
    prompt: "The sign reads \${{ vars.brnd }}."
    images: [a.png]
    size: 1000x1000
    sclae: 0.7
  loop-a: { prompt: One., images: [{ edit: loop-b }] }
  loop-b: { prompt: Other., images: [{ edit: loop-a }] }
  twice: { prompt: A cat., images: [a.png], output: TALL }
`;

test('problems of a spec are reported at file, line and column, and nothing is sent', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.log.annotations).toMatchSnapshot();
  expect(main.outputs).toMatchObject({ outcome: 'failed', planned: '0', succeeded: '0' });
  expect(stableText(main.summary)).toMatchSnapshot();
  expect(stage.emulator.requests).toEqual([]);
  expect(stage.artifacts.requests).toEqual([]);
});
