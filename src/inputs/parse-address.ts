import type { OutputHost } from '../download/types.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import type { Result } from '../shared/result.ts';
import { words } from './parse-value.ts';

/**
 * The API's base URL without a trailing slash. Only https, or http on loopback: the token goes there.
 */
export function parseApiUrl(text: string): Result<string, string> {
  const url = URL.parse(text);
  if (url === null) return { ok: false, error: `is ${JSON.stringify(text)}, which is no URL.` };
  if (url.username !== '' || url.password !== '') {
    return { ok: false, error: 'holds a user name or a password. The token belongs in `api-token`.' };
  }
  if (url.search !== '' || url.hash !== '')
    return { ok: false, error: 'holds a query or a fragment. Leave it out.' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
    return {
      ok: false,
      error: 'must begin with https:// (http:// only on loopback): the API token is sent there.',
    };
  }
  return { ok: true, value: url.href.replace(/\/+$/, '') };
}

/** Where a site serves the gallery page: the folder or the file, over https or, on loopback, http. */
export function parseGalleryUrl(text: string): Result<string, string> {
  const url = URL.parse(text);
  if (url === null) return { ok: false, error: `is ${JSON.stringify(text)}, which is no URL.` };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname)))
    return { ok: false, error: 'must begin with https:// (http:// only on loopback).' };
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return {
      ok: false,
      error: 'holds a user name, a password, a query or a fragment. Give the address of the page only.',
    };
  return { ok: true, value: url.href };
}

/** `host` or `host:port`, one a line or separated by white space; IPv6 addresses in brackets. */
export function parseOutputHosts(text: string): Result<readonly OutputHost[], string> {
  const hosts: OutputHost[] = [];
  for (const word of words(text)) {
    // Parsed as the authority of a URL, so that names are checked and normalized as they are in output URLs.
    const url = /[/?#@*]/.test(word) ? null : URL.parse(`https://${word}`);
    if (url === null || url.hostname === '') {
      return {
        ok: false,
        error: `holds ${JSON.stringify(word)}. Write \`host\` or \`host:port\`, one a line.`,
      };
    }
    const port = /:(\d+)$/.exec(word)?.[1];
    const host = url.hostname.replace(/^\[|\]$/g, '');
    hosts.push(port === undefined ? { host } : { host, port: Number(port) });
  }
  return { ok: true, value: hosts };
}
