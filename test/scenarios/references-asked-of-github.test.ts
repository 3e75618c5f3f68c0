import { expect, test } from 'vitest';

import { commitAll } from '../support/checkout.ts';
import { startGitHubApi } from '../support/github-api.ts';
import { sentImages } from '../support/sent-images.ts';
import { createStage } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A cat., images: [a.png] }
  other: { prompt: A dog., images: [a.png] }
`;

test.for([
  { answer: 'public', isPrivate: false, sent: /^https:\/\/raw\.githubusercontent\.com\/acme\/storefront\// },
  { answer: 'private', isPrivate: true, sent: /^data:image\/png;/ },
  { answer: 'nothing of use', isPrivate: undefined, sent: /^data:image\/png;/ },
])(
  'an event that does not say whether the repository is public: GitHub is asked once, and says $answer',
  async ({ isPrivate, sent }) => {
    await using github = await startGitHubApi(isPrivate);
    await using stage = await createStage(
      { 'edits.yml': spec },
      { env: { GITHUB_API_URL: github.url }, service: { hosts: { 'raw.githubusercontent.com': '.' } } },
    );
    const sha = await commitAll(stage.job.workspace);
    // As of a schedule.
    const main = await stage.job.main({
      facts: { sha, token: 'ghs_for-github-alone' },
      event: { schedule: '0 5 * * *' },
    });

    expect(sentImages(stage.emulator).flat()).toEqual([
      expect.stringMatching(sent),
      expect.stringMatching(sent),
    ]);
    expect(github.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /repos/acme/storefront',
    ]);
    expect(github.requests[0]?.headers.authorization).toBe('token ghs_for-github-alone');
    expect(JSON.stringify(github.requests)).not.toContain(stage.emulator.token);
    expect(JSON.stringify(stage.emulator.requests)).not.toContain('ghs_for-github-alone');
    expect(main.log.masks).toContain('ghs_for-github-alone');
  },
);
