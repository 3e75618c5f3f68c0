import { encodePath } from '../shared/encode-path.ts';
import { escapeHtml } from '../shared/escape-html.ts';

/** A URL as the address of a Markdown link: nothing in it can end the link or begin markup. */
export function linkAddress(url: string): string {
  return `<${encodeURI(url.toWellFormed())
    .replaceAll(/%25(?=[0-9a-f]{2})/gi, '%')
    .replaceAll('|', '%7C')}>`;
}

/** A relative path (forward slashes) or an https URL, escaped for a quoted `href` or `src`. */
export function mediaAddress(pathOrUrl: string): string {
  if (/^https:\/\//i.test(pathOrUrl)) return escapeHtml(pathOrUrl);
  return escapeHtml(encodePath(pathOrUrl));
}
