import { execFile } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

/** Settings under which git serves as GitHub does. */
const SETTINGS = `
[http]
	receivepack = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[receive]
	advertiseAtomic = true
	advertisePushOptions = true
	fsckObjects = true
	; Packs stay as they come: taking a few pictures apart would deflate each of them again.
	unpackLimit = 1
	; No work goes on behind the answer of a push.
	autogc = false
[gc]
	auto = 0
`;

/** Makes an empty bare repository, e.g. `acme/shop`, below a folder of such; gives its absolute path. */
export async function createBareRepository(root: string, name: string): Promise<string> {
  const folder = path.resolve(root, `${name}.git`);
  const options = ['--quiet', '--bare', '--initial-branch=main'];
  await promisify(execFile)('git', ['init', ...options, folder]);
  // Not by `git config`, which is a process for each setting.
  await appendFile(path.join(folder, 'config'), SETTINGS);
  return folder;
}
