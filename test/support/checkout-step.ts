import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

interface Inputs {
  readonly ref: string;
  readonly path: string;
  readonly token: string;
}

/** What `actions/checkout` does with a ref and a path: the last commit of the ref, in a repository of its own at the path. */
export async function checkOut(
  { ref, path: folder, token }: Inputs,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const {
    GITHUB_SERVER_URL: server = '',
    GITHUB_REPOSITORY: repository = '',
    GITHUB_WORKSPACE: workspace = '',
  } = env;
  const cwd = path.join(workspace, folder);
  await mkdir(cwd, { recursive: true });
  const git = async (...args: readonly string[]): Promise<void> => {
    await promisify(execFile)('git', args, { cwd });
  };
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  await git('init', '--quiet');
  await git(
    ...['-c', `http.extraheader=Authorization: basic ${basic}`],
    ...['fetch', '--quiet', '--depth=1', `${server}/${repository}`, ref],
  );
  await git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return true;
}
