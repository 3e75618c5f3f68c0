import { faultOfFileName } from '../shared/file-name.ts';
import type { Result } from '../shared/result.ts';

/** GitHub takes references of at most 255 bytes, `refs/heads/` included. */
const MAX_BRANCH_BYTES = 244;
/** Room for the pictures' own paths below it. */
const MAX_DIRECTORY_BYTES = 400;

/**
 * A short branch name that git and GitHub take: the rules of `git check-ref-format --branch`, less what is allowed and
 * means something else. The error is the end of a sentence about the input.
 */
export function parseBranch(text: string): Result<string, string> {
  const fault = faultOfBranch(text);
  return fault === undefined ? { ok: true, value: text } : { ok: false, error: fault };
}

function faultOfBranch(name: string): string | undefined {
  if (name === '') return 'is empty. Leave it out for `assets`.';
  if (name.startsWith('refs/'))
    return `is ${JSON.stringify(name)}. Give the branch's short name, e.g. \`assets\`.`;
  const found = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\p{Cs}/u.exec(name)?.[0];
  if (found !== undefined) return `holds ${JSON.stringify(found)}, which no branch's name can have.`;
  if (name.startsWith('-')) return 'begins with a dash, which no branch can.';
  if (name === 'HEAD' || name === '@') return `is \`${name}\`, which git keeps for itself.`;
  // GitHub refuses it, as it would hide the commit of that name.
  if (/^[0-9a-f]{40}$/i.test(name)) return 'is the name of a commit. Give the name of a branch.';
  const parts = name.split('/');
  if (parts.includes('')) return 'holds a `/` too many.';
  if (parts.some((part) => part.startsWith('.') || part.endsWith('.lock')) || name.endsWith('.'))
    return 'holds a part that begins with a dot, or ends in a dot or in `.lock`, which git does not allow.';
  return Buffer.byteLength(name) > MAX_BRANCH_BYTES ? `is longer than ${MAX_BRANCH_BYTES} bytes.` : undefined;
}

/**
 * A folder of the branch, safe to check out on every system: slashes at its ends are dropped, so are `.` parts; empty
 * for the root. The error is the end of a sentence about the input.
 */
export function parseBranchDirectory(text: string): Result<string, string> {
  const parts = text
    .normalize('NFC')
    .replaceAll(/^\/+|\/+$/g, '')
    .split('/')
    .filter((part) => part !== '.');
  const directory = parts.join('/');
  if (directory === '') return { ok: true, value: '' };
  const fault = directory.includes('\\')
    ? 'has a backslash. Part folders by `/`.'
    : parts.includes('..')
      ? 'has `..`. It must stay in the branch.'
      : Buffer.byteLength(directory) > MAX_DIRECTORY_BYTES
        ? `is longer than ${MAX_DIRECTORY_BYTES} bytes.`
        : parts.map(faultOfFileName).find((found) => found !== undefined);
  return fault === undefined ? { ok: true, value: directory } : { ok: false, error: fault };
}
