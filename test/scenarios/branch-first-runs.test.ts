import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { createBranchStage, networkCommands, readLock, type BranchStage } from '../support/branch-stage.ts';
import { readBranch, readCommits, runGit, type CommitRecord } from '../support/bare-repository.ts';
import { readStates } from '../support/stage.ts';

const SPEC = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  cutout: { prompt: Cut the mug out., images: a.png, output: "products/mug, 'big' für #1" }
  hero:
    prompt: Put the mug on the \${{ matrix.scene }}.
    images: [{ edit: cutout }, a.png]
    matrix: { scene: [beach, studio] }
  set: { prompt: Many of them., images: a.png, force-single: false, output: -set }
`;
const FILES = [
  "products/mug, 'big' für #1.jpg",
  'hero/beach.jpg',
  'hero/studio.jpg',
  '-set-1.jpg',
  '-set-2.jpg',
];

describe('the first run with a branch, and the one after it', () => {
  let stage: BranchStage;
  let first: StepResult;
  let files: ReadonlyMap<string, Buffer>;
  let commits: readonly CommitRecord[];
  let second: StepResult;
  let requestsOfSecond: BranchStage['git']['requests'];

  beforeAll(async () => {
    stage = await createBranchStage({ 'edits.yml': SPEC }, { service: { imagesPerJob: 2 } });
    first = await stage.job.main();
    files = await readBranch(stage.repository);
    commits = await readCommits(stage.repository);
    const before = stage.git.requests.length;
    second = await stage.job.main();
    requestsOfSecond = stage.git.requests.slice(before);
    return async () => {
      await stage[Symbol.asyncDispose]();
    };
  });

  it('makes the branch as an orphan with pictures, lock file and a page, in one commit of the bot', () => {
    expect(first.stdout + first.stderr).not.toContain('error');
    expect(first).toMatchObject({
      exitCode: 0,
      outputs: { outcome: 'success', succeeded: '4', branch: 'assets' },
    });
    expect([...files.keys()].toSorted()).toEqual([...FILES, 'README.md', 'edits.lock.json'].toSorted());
    expect(commits).toEqual([
      {
        id: first.outputs['commit-sha'],
        parents: [],
        author: 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
        message: 'Update 5 files of 4 edits (edits.yml)',
      },
    ]);
    expect(first.outputs['changed']?.split('\n').toSorted()).toEqual([...files.keys()].toSorted());
    expect(first.outputs['artifact-url'] ?? '').toBe('');
  });

  it('records what each picture was made from', () => {
    const lock = readLock(files);
    expect(Object.keys(lock.edits)).toEqual(['cutout', 'hero@beach', 'hero@studio', 'set']);
    for (const entry of Object.values(lock.edits)) {
      expect(stage.emulator.ledger.map(({ requestId }) => requestId)).toContain(entry.request_id);
      for (const file of entry.files) {
        const bytes = files.get(file.path) ?? Buffer.alloc(0);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
        expect(bytes).toHaveLength(file.bytes);
      }
    }
    expect(lock.edits['hero@beach']?.input.image_urls[0]).toBe(
      `edit:${lock.edits['cutout']?.fingerprint ?? ''}`,
    );
  });

  it('shows the pictures on the branch and in the job summary', () => {
    expect(shownPictures(files.get('README.md')?.toString() ?? '').toSorted()).toEqual(FILES.toSorted());
    const address = `${stage.git.url}/acme/storefront/blob/${commits[0]?.id ?? ''}/`;
    expect(shownPictures(first.summary).toSorted()).toEqual(
      FILES.map((name) => `${address}${name}?raw=true`).toSorted(),
    );
  });

  it('submits and commits nothing the second time, and asks git at most twice', async () => {
    expect(second).toMatchObject({
      exitCode: 0,
      outputs: {
        outcome: 'unchanged',
        planned: '0',
        unchanged: '4',
        changed: '',
        'commit-sha': commits[0]?.id,
      },
    });
    expect(stage.emulator.ledger).toHaveLength(4);
    expect(await readCommits(stage.repository)).toEqual(commits);
    expect(networkCommands(requestsOfSecond).length).toBeLessThanOrEqual(2);
    expect(requestsOfSecond.map(({ path: where }) => where).join()).not.toContain('receive-pack');
    expect(new Set(Object.values(await readStates(second.outputs['results-file'] ?? '')))).toEqual(
      new Set(['unchanged']),
    );
    expect(second.summary).toContain(commits[0]?.id);
  });

  it('leaves a repository that git finds nothing wrong with', async () => {
    await runGit(stage.repository, ['fsck', '--full', '--strict']);
  });
});

/** The addresses of all pictures in a page, percent-decoded. */
function shownPictures(page: string): readonly string[] {
  return [...page.matchAll(/<img src="([^"]*)"/g)].map(([, address = '']) =>
    decodeURIComponent(address.replaceAll('&#39;', "'").replaceAll('&amp;', '&')),
  );
}
