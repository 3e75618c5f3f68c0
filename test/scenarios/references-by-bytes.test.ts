import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';

import { commitAll } from '../support/checkout.ts';
import { sentImages } from '../support/sent-images.ts';
import { createStage, makePicture } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A cat., images: [a.png] }
`;

test('a file of a private repository is sent as its bytes, though its commit is pushed', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  const sha = await commitAll(stage.job.workspace);
  const main = await stage.job.main({ facts: { sha }, event: { repository: { private: true } } });

  expect(main.exitCode).toBe(0);
  const hash = createHash('sha256')
    .update(await makePicture())
    .digest('hex');
  expect(sentImages(stage.emulator)).toEqual([[`data:image/png;sha256=${hash}`]]);
});

test('a private repository whose files must go by address gets a message, and nothing is sent', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { references: 'url' } });
  const sha = await commitAll(stage.job.workspace);
  const main = await stage.job.main({ facts: { sha }, event: { repository: { private: true } } });

  expect(main.exitCode).toBe(1);
  expect(main.log.annotations[0]).toMatchObject({
    message:
      'edits.yml:5:36: `a.png` cannot be sent as a URL: the repository is private. Push it to a public repository ' +
      'on github.com, use a public https URL, or set `references: auto`. (edit `hero`)',
    line: 5,
  });
  expect(stage.emulator.requests).toEqual([]);
});
