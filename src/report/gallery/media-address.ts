import { escapeHtml } from '../../shared/escape-html.ts';

/**
 * A relative path (forward slashes) or an https address, fit for a quoted `href` or `src`. In a path every
 * character that means something in an address is encoded, so `a#1.png` and `javascript:x` are file names.
 */
export function mediaAddress(pathOrUrl: string): string {
  if (/^https:\/\//i.test(pathOrUrl)) return escapeHtml(pathOrUrl);
  return escapeHtml(pathOrUrl.toWellFormed().split('/').map(encodeURIComponent).join('/'));
}
