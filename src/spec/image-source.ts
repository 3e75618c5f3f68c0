import path from 'node:path';

import type { Result } from '../shared/result.ts';
import type { ImageSource } from './types.ts';

type Hosted = Omit<Extract<ImageSource, { kind: 'url' }>, 'at'>;
type RepositoryFile = Omit<Extract<ImageSource, { kind: 'file' }>, 'at'>;

/** Pre-signed addresses run to about 2,000 characters; what is longer is most likely a slip. */
const MAX_URL_CHARACTERS = 8192;

/**
 * What a text under `images` names, after interpolation: an https address, else a repository file or glob, relative to the
 * workspace. Only the form is checked. The error is the end of a sentence about the text: what is wrong and what to do.
 */
export function parseImageSource(text: string): Result<Hosted | RepositoryFile, string> {
  if (text.trim() === '') return { ok: false, error: 'is empty.' };
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  return scheme === undefined ? parsePattern(text) : parseUrl(text, scheme);
}

function parseUrl(text: string, scheme: string): Result<Hosted, string> {
  const url = URL.parse(text);
  if (scheme === 'http')
    return { ok: false, error: 'must begin with https://: the service fetches nothing else.' };
  if (scheme !== 'https') {
    return {
      ok: false,
      error: `has the scheme \`${scheme.slice(0, 20)}:\`. Use an https:// address or a file of the repository.`,
    };
  }
  // WHATWG's parser repairs what people do not see: blanks, backslashes, missing slashes. The service may not.
  if (url === null || url.hostname === '' || !/^https:\/\/[^/\\]/i.test(text) || /[\s\p{Cc}\\]/u.test(text)) {
    return { ok: false, error: 'is not a valid https:// address.' };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, error: 'holds a user name or a password. Use a pre-signed or public address.' };
  }
  return text.length > MAX_URL_CHARACTERS
    ? { ok: false, error: `is longer than ${MAX_URL_CHARACTERS} characters.` }
    : { ok: true, value: { kind: 'url', url: text } };
}

function parsePattern(text: string): Result<RepositoryFile, string> {
  // Folding `..` into a wildcard in front of it would name other files than the pattern does.
  if (/[*?[{!(].*\/\.\.(?:\/|$)/.test(text)) return { ok: false, error: 'has `..` after a wildcard.' };
  const pattern = parseRepositoryPath(text);
  return pattern.ok ? { ok: true, value: { kind: 'file', pattern: pattern.value } } : pattern;
}

/**
 * A path of the repository in its shortest form, relative to the root, forward slashes. Only the form is checked; the error is
 * the end of a sentence about the path.
 */
export function parseRepositoryPath(text: string): Result<string, string> {
  if (text.trim() === '') return { ok: false, error: 'is empty.' };
  if (text.includes('\\')) return { ok: false, error: 'has a backslash. Part folders by `/`.' };
  if (/\p{Cc}/u.test(text)) return { ok: false, error: 'holds a control character.' };
  if (text.startsWith('/') || /^[a-z]:/i.test(text)) {
    return { ok: false, error: "is absolute. Give the path from the repository's root." };
  }
  const normal = path.posix.normalize(text);
  if (normal === '..' || normal.startsWith('../'))
    return { ok: false, error: 'leads out of the repository.' };
  return { ok: true, value: normal };
}
