import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { commitAll } from '../support/checkout.ts';
import { sentImages } from '../support/sent-images.ts';
import { createStage, makePicture } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A cat., images: ['shots/my cat.png', changed.png] }
`;

test.each([
  ['', {}],
  // As in a container job: git itself then refuses the checkout ("dubious ownership").
  [', also if the checkout belongs to another user', { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }],
])(
  'a file of a public repository is sent as its address at the commit; one that is not pushed, as its bytes%s',
  async (_, env) => {
    await using cleanup = new AsyncDisposableStack();
    const raw = await mkdtemp(path.join(tmpdir(), 'raw-'));
    cleanup.defer(async () => {
      await rm(raw, { recursive: true, maxRetries: 5 });
    });
    const cat = await makePicture(64, 64);
    await using stage = await createStage(
      { 'edits.yml': spec, 'shots/my cat.png': cat, 'changed.png': cat },
      { service: { hosts: { 'raw.githubusercontent.com': raw } } },
    );
    const sha = await commitAll(stage.job.workspace);
    await mkdir(path.join(raw, 'acme/storefront', sha, 'shots'), { recursive: true });
    await writeFile(path.join(raw, 'acme/storefront', sha, 'shots/my cat.png'), cat);
    const changed = await makePicture(80, 80);
    await writeFile(path.join(stage.job.workspace, 'changed.png'), changed);

    const main = await stage.job.main({ env, facts: { sha }, event: { repository: { private: false } } });

    expect(main.exitCode).toBe(0);
    expect(sentImages(stage.emulator)).toEqual([
      [
        `https://raw.githubusercontent.com/acme/storefront/${sha}/shots/my%20cat.png`,
        `data:image/png;sha256=${createHash('sha256').update(changed).digest('hex')}`,
      ],
    ]);
  },
);
