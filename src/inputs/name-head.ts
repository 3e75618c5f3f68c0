import { createHash } from 'node:crypto';

/** Keeps names far below GitHub's limit, and readable. */
const MOST_CHARACTERS = 60;

/**
 * The branch whose pull request proposes the pictures of a spec for the branch `base`; pure. One for each spec and base, always
 * the same: `dreamina-edits/<base>/<spec>`, where what a branch name cannot have is replaced and told apart by a hash.
 */
export function nameHead(spec: string, base: string): string {
  return `dreamina-edits/${toPart(base)}/${toPart(spec.replace(/^(?:\.\/)+/, ''))}`;
}

function toPart(name: string): string {
  const part = name
    .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .slice(0, MOST_CHARACTERS)
    .replace(/^[.-]+/, '')
    .replace(/[.-]+$/, '')
    .replace(/\.lock$/, '-lock');
  if (part === name && part !== '') return part;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return part === '' ? hash : `${part}-${hash}`;
}
