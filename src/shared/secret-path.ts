import type { Clause } from './sentence.ts';

/** `.git` and its short form on Windows; macOS ignores these characters in names, so that what is left would be `.git`. */
const IGNORED_BY_MACOS = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** Windows ignores dots and spaces at the end of a name, and what follows a colon is a stream of the same file. */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*(?::.*)?$/i;
/** Files that usually contain credentials. */
const CREDENTIALS = /^(?:\.env.*|\.npmrc|\.netrc|_netrc|\.pypirc|gha-creds-.*\.json)[. ]*(?::.*)?$/i;

/**
 * Why a file must never be read, no matter who asks for it: its text would end up in prompts, artifacts and commits. Undefined if
 * it may be read. `path` is relative to the workspace, with forward slashes.
 */
export function faultOfSecretPath(path: string): Clause | undefined {
  const names = path.split('/').map((name) => name.replaceAll(IGNORED_BY_MACOS, ''));
  if (names.some((name) => GIT_FOLDER.test(name)))
    return 'is in a `.git` folder, which this action never reads';
  const secret = names.find((name) => CREDENTIALS.test(name));
  return secret === undefined
    ? undefined
    : `may contain credentials (\`${secret}\`), so this action never reads it`;
}
