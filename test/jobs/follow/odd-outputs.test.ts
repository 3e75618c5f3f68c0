import { expect, test } from 'vitest';

import type { DownloadedFile } from '../../../src/download/types.ts';
import { makeEdit, makeFile, runPlan } from '../run-plan.ts';

const unknown: DownloadedFile = {
  ...makeFile('hero'),
  path: `${'a'.repeat(64)}.bin`,
  type: 'application/octet-stream',
  oddity: 'what came is not a picture or video of a known type',
};

test('a file that is odd is delivered, with a warning that says why', async () => {
  const { outcomes } = await runPlan([makeEdit('hero')], {
    download: async (_, output) =>
      await Promise.resolve({
        ok: true,
        value: { ...makeFile(output), oddity: 'the PNG is cut off after 300 bytes' },
      }),
  });
  expect(outcomes[0]).toMatchObject({ state: 'succeeded' });
  expect(outcomes[0]?.warnings).toEqual([
    'hero.png: the PNG is cut off after 300 bytes. The service sent the same bytes twice, so this is what it made.',
  ]);
});

test('a file of unknown type succeeds with an artifact only, and does not reach a branch', async () => {
  const download = async () => await Promise.resolve({ ok: true, value: unknown } as const);
  const toArtifact = await runPlan([makeEdit('hero')], { download, takesUnknownFiles: true });
  expect(toArtifact.outcomes[0]).toMatchObject({ state: 'succeeded', files: [unknown] });
  const toBranch = await runPlan([makeEdit('hero')], { download, takesUnknownFiles: false });
  expect(toBranch.outcomes[0]).toMatchObject({
    state: 'failed',
    files: [unknown],
    job: { kind: 'open', isUnusable: true },
    error: { code: 'output-unusable', message: expect.stringContaining(unknown.path) as string },
  });
});

test('what can never be delivered ends without a promise for the next run', async () => {
  const { outcomes } = await runPlan([makeEdit('hero')], {
    keepsRecord: true,
    download: async () =>
      await Promise.resolve({
        ok: false,
        error: { kind: 'permanent', code: 'output-unusable', message: 'It sent an HTML page.' },
      }),
  });
  expect(outcomes[0]).toMatchObject({
    ...{ state: 'failed', job: { kind: 'open', isUnusable: true } },
    error: { code: 'output-unusable' },
  });
  const message = outcomes[0]?.error?.message ?? '';
  expect(message).toContain('name it in `force`');
  expect(message).not.toContain('next run fetches');
});
