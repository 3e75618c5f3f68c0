import { expect, test } from 'vitest';

import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';
import { CHANGED, preview, PREVIEWS } from '../support/previews.ts';
import { HEAD, inputs as PULL, specOf, squashHead, startApi } from '../support/pull-stage.ts';

const GALLERY = { gallery: 'true' };

async function pageOn({ repository }: BranchStage, branch?: string): Promise<string | undefined> {
  return (await readBranch(repository, branch)).get('index.html')?.toString();
}

/** Ids of the cards of a gallery. */
function cardsOf(page: string | undefined): readonly string[] {
  return [...(page ?? '').matchAll(/<article class="edit" id="([^"]+)"/g)].map(([, id]) => id ?? '');
}

test('the gallery is written when it is asked for, follows the pictures, and is removed when it is not asked for anymore', async () => {
  await using stage = await afterFirstRun();
  expect(await pageOn(stage)).toBeUndefined();

  const on = await runWith(stage, [BASE, UPON, ALONE], GALLERY);
  expect(on.main, on.main.stdout).toMatchObject({
    exitCode: 0,
    outputs: { outcome: 'unchanged', planned: '0' },
  });
  expect((await readCommits(stage.repository))[0]?.message).toBe('Write the gallery');
  const page = await pageOn(stage);
  // All of the branch, although this run made nothing.
  expect(cardsOf(page)).toEqual(['base', 'upon', 'alone']);
  expect(page).toContain('<img class="after" src="base.jpg"');

  const same = await runWith(stage, [BASE, UPON, ALONE], GALLERY);
  expect(same.main.outputs).toMatchObject({ outcome: 'unchanged', changed: '' });
  expect(await readCommits(stage.repository)).toHaveLength(2);

  const url = { ...GALLERY, 'gallery-url': 'https://acme.github.io/storefront/' };
  const one = await runWith(stage, [BASE, UPON, ALONE.replace('Alone', 'All alone')], url);
  expect(one.submitted).toEqual(['All alone.']);
  expect(await pageOn(stage)).toContain('All alone.');
  expect(one.main.summary).toContain(
    '<a href="https://acme.github.io/storefront/#alone"><code>alone</code></a>',
  );
  expect(one.main.summary).toContain('[`base`](<https://acme.github.io/storefront/#base>)');

  const off = await runWith(stage, [BASE, UPON, ALONE.replace('Alone', 'All alone')]);
  expect(off.main.outputs).toMatchObject({ outcome: 'unchanged' });
  expect((await readCommits(stage.repository))[0]?.message).toBe('Remove the gallery');
  const files = await readBranch(stage.repository);
  expect([...files.keys()]).not.toContain('index.html');
  expect(readLock(files).pages).toEqual(['README.md']);
});

test('a page of others that has its name stays, and the run says so', async () => {
  await using stage = await afterFirstRun();
  await commitByOther(stage.repository, { 'index.html': 'Mine' });
  const blocked = await runWith(stage, [BASE, UPON, ALONE.replace('Alone', 'All alone')], GALLERY);
  expect(blocked.main.exitCode, blocked.main.stdout).toBe(0);
  expect(blocked.main.stdout).toContain('`index.html` was not made by this action');
  expect(await pageOn(stage)).toBe('Mine');
  const commits = await readCommits(stage.repository);
  await runWith(stage, [BASE, UPON, ALONE.replace('Alone', 'All alone')], GALLERY);
  expect(await readCommits(stage.repository)).toHaveLength(commits.length);
  await runWith(stage, [BASE, UPON, ALONE.replace('Alone', 'All alone')]);
  expect(await pageOn(stage)).toBe('Mine');
});

test('each preview has a gallery of its own, the published branch too, and nothing is in the way of a merge', async () => {
  await using stage = await afterFirstRun(GALLERY);
  await preview(stage, 7, CHANGED, GALLERY);
  await preview(stage, 8, [BASE, UPON, ALONE.replace('Alone', 'All alone')], GALLERY);
  expect(cardsOf(await pageOn(stage, 'assets-pr-7'))).toEqual(['base', 'upon']);
  expect(await pageOn(stage, 'assets-pr-7')).toContain('Preview of pull request 7');
  expect(cardsOf(await pageOn(stage, 'assets-pr-8'))).toEqual(['alone']);

  // What a pull request takes back leaves nothing to show.
  await preview(stage, 9, CHANGED, GALLERY);
  await preview(stage, 9, [BASE, UPON, ALONE], GALLERY);
  expect(cardsOf(await pageOn(stage, 'assets-pr-9'))).toEqual([]);
  expect([...(await readBranch(stage.repository, 'assets-pr-9')).keys()]).not.toContain('index.html');

  const both = [...CHANGED.slice(0, 2), ALONE.replace('Alone', 'All alone')];
  const merged = await runWith(stage, both, { ...PREVIEWS, ...GALLERY });
  expect(merged.submitted).toEqual([]);
  expect(merged.main.outputs, merged.main.stdout).toMatchObject({ adopted: '3' });
  const page = await pageOn(stage);
  expect(cardsOf(page)).toEqual(['base', 'upon', 'alone']);
  expect(page).toContain('Another base.');
  expect(page).toContain('All alone.');
  expect(page).not.toContain('Preview of');
});

test('a pull request for a branch brings its gallery along, also when the base has moved', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') });
  await using github = await startApi(stage);
  const env = { GITHUB_API_URL: github.url };
  const inputs = { ...PULL, ...GALLERY };
  await commitByOther(stage.repository, { 'code.js': 'x' }, 'main');
  expect((await stage.job.main({ inputs, env })).exitCode).toBe(0);
  const pageIn = async (branch: string): Promise<string | undefined> =>
    (await readBranch(stage.repository, branch)).get('assets/index.html')?.toString();
  expect(cardsOf(await pageIn(HEAD))).toEqual(['one', 'two']);
  expect(await pageIn('main')).toBeUndefined();

  await commitByOther(stage.repository, { 'code.js': 'y' }, 'main');
  const again = await stage.job.main({ inputs, env });
  expect(again.exitCode, again.stdout).toBe(0);
  expect(cardsOf(await pageIn(HEAD))).toEqual(['one', 'two']);
  await squashHead(stage);
  const merged = await stage.job.main({ inputs, env });
  expect(merged.outputs, merged.stdout).toMatchObject({ outcome: 'unchanged', 'pull-request-url': '' });
  expect(cardsOf(await pageIn('main'))).toEqual(['one', 'two']);
});
