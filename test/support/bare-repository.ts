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

/** Runs git on a bare repository; gives what it printed. Throws where it failed, with its own words. */
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
  child.stdin.on('error', () => undefined); // It may end before it read all; its exit code tells.
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

/** The files of a branch by path; empty where there is no such branch. */
export async function readBranch(
  repository: string,
  branch = 'assets',
): Promise<ReadonlyMap<string, Buffer>> {
  if ((await readCommits(repository, branch)).length === 0) return new Map();
  const listed = (await runGit(repository, ['ls-tree', '-r', '-z', branch])).toString();
  const files = new Map<string, Buffer>();
  for (const line of listed.split('\0').filter((each) => each !== '')) {
    const [facts = '', name = ''] = line.split('\t');
    files.set(name, await runGit(repository, ['cat-file', 'blob', facts.split(' ')[2] ?? '']));
  }
  return files;
}

/** The commits of a branch, the newest first; none where there is no such branch. */
export async function readCommits(repository: string, branch = 'assets'): Promise<readonly CommitRecord[]> {
  const refs = (
    await runGit(repository, ['for-each-ref', '--format=%(refname:short)', 'refs/heads'])
  ).toString();
  if (!refs.split('\n').includes(branch)) return [];
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
