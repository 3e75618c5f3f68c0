import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** Settings under which git serves as GitHub does. */
const settings: readonly (readonly [name: string, value: string])[] = [
  ['http.receivepack', 'true'],
  ['uploadpack.allowFilter', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  ['receive.advertiseAtomic', 'true'],
  ['receive.advertisePushOptions', 'true'],
  ['receive.fsckObjects', 'true'],
  // Packs are kept as they come: taking a few pictures apart again would deflate each of them anew.
  ['receive.unpackLimit', '1'],
  // No work goes on behind the answer of a push.
  ['receive.autogc', 'false'],
  ['gc.auto', '0'],
];

/** Makes an empty bare repository, e.g. `acme/shop`, below a folder of such; gives its absolute path. */
export async function createBareRepository(root: string, name: string): Promise<string> {
  const folder = path.resolve(root, `${name}.git`);
  const git = promisify(execFile);
  await git('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  for (const [key, value] of settings) await git('git', ['-C', folder, 'config', key, value]);
  return folder;
}
