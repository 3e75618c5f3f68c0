import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import path from 'node:path';

/** A commit as its branch shows it. */
export interface CommitRecord {
  readonly id: string;
  readonly parents: readonly string[];
  /** `Name <mail>` */
  readonly author: string;
  readonly message: string;
}

/** Runs git on a bare repository; gives what it printed. Throws if it failed, with its own words. */
export async function runGit(
  repository: string,
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const child = spawn('git', [...args], {
    env: {
      PATH: process.env['PATH'],
      GIT_DIR: repository,
      GIT_CONFIG_NOSYSTEM: '1',
      HOME: repository,
      ...env,
    },
  });
  child.stdin.on('error', () => undefined); // It may end before it read all; its exit code says so.
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
  ]);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** The files of a branch by path; empty if there is no such branch. */
export async function readBranch(
  repository: string,
  branch = 'assets',
): Promise<ReadonlyMap<string, Buffer>> {
  if (!(await hasBranch(repository, branch))) return new Map();
  const listed = (await runGit(repository, ['ls-tree', '-r', '-z', branch])).toString();
  const entries = listed.split('\0').filter((each) => each !== '');
  const ids = new Map<string, string>();
  for (const entry of entries) {
    const [facts = '', name = ''] = entry.split('\t');
    ids.set(name, facts.split(' ')[2] ?? '');
  }
  const blobs = await readBlobs(repository, [...new Set(ids.values())]);
  return new Map([...ids].map(([name, id]) => [name, blobs.get(id) ?? Buffer.alloc(0)]));
}

async function hasBranch(repository: string, branch: string): Promise<boolean> {
  const found = await runGit(repository, ['for-each-ref', '--format=%(refname)', `refs/heads/${branch}`]);
  return found.toString().split('\n').includes(`refs/heads/${branch}`);
}

/** The contents of blobs by their names, in one call; those that are not there are left out. */
export async function readBlobs(
  repository: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const output = await runGit(repository, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  const objects = new Map<string, Buffer>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf('\n', at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    objects.set(name, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return objects;
}

/** The commits of a branch, the newest first; none where there is no such branch. */
export async function readCommits(repository: string, branch = 'assets'): Promise<readonly CommitRecord[]> {
  if (!(await hasBranch(repository, branch))) return [];
  const log = await runGit(repository, ['log', '-z', '--format=%H%n%P%n%an <%ae>%n%B', branch, '--']);
  return log
    .toString()
    .split('\0')
    .filter((each) => each !== '')
    .map((each) => {
      const [id = '', parents = '', author = '', ...message] = each.split('\n');
      const names = parents.split(' ').filter((name) => name !== '');
      return { id, parents: names, author, message: message.join('\n').trim() };
    });
}

/** Commits as somebody else would: these files on top of the branch's tip, undefined removing one. Gives the commit. */
export async function commitByOther(
  repository: string,
  files: Readonly<Record<string, string | Uint8Array | undefined>>,
  branch = 'assets',
): Promise<string> {
  const [tip] = await readCommits(repository, branch);
  const env = {
    GIT_INDEX_FILE: path.join(repository, `index-of-other-${process.hrtime.bigint()}`),
    GIT_AUTHOR_NAME: 'Other',
    GIT_AUTHOR_EMAIL: 'other@example.com',
    GIT_COMMITTER_NAME: 'Other',
    GIT_COMMITTER_EMAIL: 'other@example.com',
  };
  const git = async (args: readonly string[], input?: string | Uint8Array): Promise<string> =>
    (await runGit(repository, args, input, env)).toString().trim();
  if (tip !== undefined) await git(['read-tree', tip.id]);
  for (const [name, content] of Object.entries(files)) {
    const blob = content === undefined ? '' : await git(['hash-object', '-w', '--stdin'], content);
    const change = content === undefined ? `0 ${'0'.repeat(40)}\t${name}` : `100644 ${blob}\t${name}`;
    await git(['update-index', '-z', '--index-info'], `${change}\0`);
  }
  const tree = await git(['write-tree']);
  const parents = tip === undefined ? [] : ['-p', tip.id];
  const commit = await git(['commit-tree', tree, ...parents, '-m', 'By somebody else']);
  await git(['update-ref', `refs/heads/${branch}`, commit]);
  return commit;
}
