import type { Result } from '../shared/result.ts';
import { reject, renderText } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { quote } from './issue.ts';
import type { SpecPath } from './issue.ts';
import { parseRepositoryPath } from './repository-path.ts';
import type { ImageSource } from './types.ts';

type WithoutPosition<T> = T extends unknown ? Omit<T, 'at'> : never;

/** An image with the path of its entry in the spec. Whether an edit that it names exists is not known yet. */
export type BuiltImage = WithoutPosition<ImageSource> & { readonly path: SpecPath };

/** The images of an edit, without those that have an issue. */
export function buildImages(context: BuildContext): readonly BuiltImage[] {
  const { key, fields } = context.expanded;
  const { images = [] } = fields;
  const path = ['edits', key, 'images'];
  if (!Array.isArray(images)) return buildImage(context, images, path);
  return images.flatMap((entry, index) => buildImage(context, entry, [...path, index]));
}

/** One image of an edit, or of its `options`; none, with an issue recorded, if it cannot be one. */
export function buildImage(
  context: BuildContext,
  entry: string | { edit: string },
  path: SpecPath,
): readonly BuiltImage[] {
  if (typeof entry === 'object') {
    const id = renderText(context, entry.edit, [...path, 'edit']);
    return id === undefined ? [] : [{ kind: 'edit', id, path }];
  }
  const text = renderText(context, entry, path);
  if (text === undefined) return [];
  const source = parseImageSource(text);
  if (source.ok) return [{ ...source.value, path }];
  reject(context, `The image ${quote(redact(text))} ${source.error}`, { path, on: 'value' });
  return [];
}

/** URLs may carry passwords and signatures, and more people read messages than the spec. */
function redact(text: string): string {
  return /^[^/]*:\/\//.test(text) ? text.replace(/\/\/[^/]*@/, '//…@').replace(/[?#].*$/s, '?…') : text;
}

type Hosted = Omit<Extract<ImageSource, { kind: 'url' }>, 'at'>;
type RepositoryFile = Omit<Extract<ImageSource, { kind: 'file' }>, 'at'>;

/** Pre-signed URLs have up to about 2,000 characters; a much longer one is most likely a mistake. */
const MAX_URL_CHARACTERS = 8192;

/**
 * What a text under `images` names, after interpolation: an https URL, otherwise a repository file or glob relative to the
 * workspace. Checks only the form. The error completes a sentence about the text: what is wrong and what to do.
 */
export function parseImageSource(text: string): Result<Hosted | RepositoryFile, string> {
  if (text.trim() === '') return { ok: false, error: 'is empty.' };
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  return scheme === undefined ? parsePattern(text) : parseUrl(text, scheme);
}

function parseUrl(text: string, scheme: string): Result<Hosted, string> {
  const url = URL.parse(text);
  if (scheme === 'http')
    return { ok: false, error: 'must start with https://. The service fetches nothing else.' };
  if (scheme !== 'https') {
    return {
      ok: false,
      error: `has the scheme \`${scheme.slice(0, 20)}:\`. Use an https:// URL or a file of the repository.`,
    };
  }
  // WHATWG's parser silently repairs spaces, backslashes and missing slashes. The service may not.
  if (url === null || url.hostname === '' || !/^https:\/\/[^/\\]/i.test(text) || /[\s\p{Cc}\\]/u.test(text)) {
    return { ok: false, error: 'is not a valid https:// URL.' };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, error: 'contains a user name or password. Use a public or pre-signed URL.' };
  }
  const raw = rawAddress(url);
  if (raw !== undefined) {
    return {
      ok: false,
      error: `is the address of a page about the file, not of the file. Use ${raw}, or the path of a file of this repository.`,
    };
  }
  return text.length > MAX_URL_CHARACTERS
    ? { ok: false, error: `is longer than ${MAX_URL_CHARACTERS} characters.` }
    : { ok: true, value: { kind: 'url', url: text } };
}

/** The address of the file itself, for a page of GitHub, GitLab or Hugging Face that shows a file; otherwise undefined. */
function rawAddress({ origin, hostname, pathname, searchParams }: URL): string | undefined {
  const github = /^\/([^/]+\/[^/]+)\/(?:blob|blame|edit)\/(.+)$/.exec(pathname);
  if (hostname === 'github.com' && github !== null)
    return searchParams.has('raw')
      ? undefined
      : `https://raw.githubusercontent.com/${github[1] ?? ''}/${github[2] ?? ''}`;
  if (pathname.includes('/-/blob/')) return `${origin}${pathname.replace('/-/blob/', '/-/raw/')}`;
  if (hostname === 'huggingface.co' && pathname.includes('/blob/'))
    return `${origin}${pathname.replace('/blob/', '/resolve/')}`;
  return undefined;
}

function parsePattern(text: string): Result<RepositoryFile, string> {
  // Resolving `..` against a wildcard before it would name other files than the pattern does.
  if (/[*?[{!(].*\/\.\.(?:\/|$)/.test(text)) return { ok: false, error: 'has `..` after a wildcard.' };
  const pattern = parseRepositoryPath(text);
  return pattern.ok ? { ok: true, value: { kind: 'file', pattern: pattern.value } } : pattern;
}
