import { describe, expect, test } from 'vitest';

import { commitByOther, readCommits, runGit } from '../bare-repository.ts';
import { at, createGitHubStage, refusalOf } from './github-stage.ts';
import { pullOf } from './sample-pulls.ts';

describe('refs and commits', () => {
  test('a commit that an app makes is signed, and a ref moves to it', async () => {
    await using stage = await createGitHubStage();
    const { gitDir } = stage;
    const tip = await commitByOther(gitDir, { 'a.txt': 'a' });
    const tree = (await runGit(gitDir, ['rev-parse', `${tip}^{tree}`])).toString().trim();
    const { git } = stage.rest;
    const { data } = await git.createCommit({ ...at, message: 'Update', tree, parents: [tip] });
    expect(data.verification).toMatchObject({ verified: true, reason: 'valid' });
    await git.updateRef({ ...at, ref: 'heads/assets', sha: data.sha, force: false });
    expect(await readCommits(gitDir)).toMatchObject([
      { id: data.sha, parents: [tip], message: 'Update' },
      { id: tip },
    ]);
    await runGit(gitDir, ['fsck', '--strict']);
    const read = await git.getCommit({ ...at, commit_sha: data.sha });
    expect(read.data.verification.verified).toBe(true);
    const author = { name: 'Mona', email: 'mona@example.com' };
    const named = await git.createCommit({ ...at, message: 'Update', tree, parents: [tip], author });
    expect(named.data.verification).toMatchObject({ verified: false, reason: 'unsigned' });
  });

  test('a ref moves only forward, unless it is forced', async () => {
    await using stage = await createGitHubStage();
    const { gitDir } = stage;
    const old = await commitByOther(gitDir, { 'a.txt': 'a' });
    const tip = await commitByOther(gitDir, { 'a.txt': 'b' });
    const { git } = stage.rest;
    const move = { ...at, ref: 'heads/assets', sha: old };
    expect(await refusalOf(git.updateRef(move))).toBe('422 Update is not a fast forward');
    expect((await git.getRef({ ...at, ref: 'heads/assets' })).data.object.sha).toBe(tip);
    await git.updateRef({ ...move, force: true });
    expect((await git.getRef({ ...at, ref: 'heads/assets' })).data.object.sha).toBe(old);
  });

  test('a ref is created once and deleted once', async () => {
    await using stage = await createGitHubStage();
    const { gitDir } = stage;
    const sha = await commitByOther(gitDir, { 'a.txt': 'a' });
    const { git } = stage.rest;
    const made = { ...at, ref: 'refs/heads/preview', sha };
    await git.createRef(made);
    expect(await refusalOf(git.createRef(made))).toBe('422 Reference already exists');
    expect(await refusalOf(git.createRef({ ...made, sha: '0'.repeat(40) }))).toBe(
      '422 Object does not exist',
    );
    const { data } = await git.listMatchingRefs({ ...at, ref: 'heads/pre' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/preview']);
    await git.deleteRef({ ...at, ref: 'heads/preview' });
    expect(await refusalOf(git.deleteRef({ ...at, ref: 'heads/preview' }))).toBe(
      '422 Reference does not exist',
    );
    expect(await refusalOf(git.getRef({ ...at, ref: 'heads/preview' }))).toBe('404 Not Found');
  });

  test('how two commits compare', async () => {
    await using stage = await createGitHubStage();
    const { gitDir } = stage;
    const old = await commitByOther(gitDir, { 'a.txt': 'a' });
    const tip = await commitByOther(gitDir, { 'a.txt': 'b' });
    const other = await commitByOther(gitDir, { 'b.txt': 'b' }, 'other');
    const compare = async (basehead: string) =>
      (await stage.rest.repos.compareCommitsWithBasehead({ ...at, basehead })).data.status;
    expect(await compare(`${old}...${tip}`)).toBe('ahead');
    expect(await compare(`${tip}...${old}`)).toBe('behind');
    expect(await compare(`${tip}...${tip}`)).toBe('identical');
    expect(await compare(`${tip}...${other}`)).toBe('diverged');
  });
});

describe('pull requests', () => {
  test('are opened once for a head and a base, found, and changed', async () => {
    await using stage = await createGitHubStage();
    const { gitDir } = stage;
    await commitByOther(gitDir, { 'a.txt': 'a' }, 'main');
    const sha = await commitByOther(gitDir, { 'b.txt': 'b' }, 'pictures');
    const { pulls } = stage.rest;
    const wanted = { ...at, title: 'Pictures', head: 'pictures', base: 'main', body: 'Text' };
    const { data } = await pulls.create(wanted);
    expect(data).toMatchObject({ number: 1, head: { sha, label: 'acme:pictures' } });
    expect(await refusalOf(pulls.create(wanted))).toContain(
      'A pull request already exists for acme:pictures.',
    );
    expect(await refusalOf(pulls.create({ ...wanted, head: 'none' }))).toContain('422 Validation Failed');
    await pulls.update({ ...at, pull_number: 1, body: 'Other text' });
    const found = await pulls.list({ ...at, head: 'acme:pictures', base: 'main' });
    expect(found.data).toMatchObject([{ number: 1, body: 'Other text', head: { sha } }]);
    await pulls.update({ ...at, pull_number: 1, state: 'closed' });
    expect((await pulls.list({ ...at, head: 'acme:pictures' })).data).toEqual([]);
  });

  test('are not opened if the repository does not let workflows open them', async () => {
    await using stage = await createGitHubStage();
    const { gitDir } = stage;
    await commitByOther(gitDir, { 'a.txt': 'a' }, 'main');
    stage.github.state.mayOpenPulls = false;
    const made = stage.rest.pulls.create({ ...at, title: 'Pictures', head: 'pictures', base: 'main' });
    expect(await refusalOf(made)).toBe(
      '403 GitHub Actions is not permitted to create or approve pull requests.',
    );
  });

  test('of a fork that was deleted', async () => {
    await using stage = await createGitHubStage({ pulls: [pullOf(7, null)] });
    const { data } = await stage.rest.pulls.get({ ...at, pull_number: 7 });
    expect(data.head.repo).toBeNull();
  });
});
