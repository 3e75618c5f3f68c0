import { escapeHtml } from '../../shared/escape-html.ts';
import { encodePath } from '../encode-path.ts';

/** A relative path (forward slashes) or an https address, fit for a quoted `href` or `src`. */
export function mediaAddress(pathOrUrl: string): string {
  if (/^https:\/\//i.test(pathOrUrl)) return escapeHtml(pathOrUrl);
  return escapeHtml(encodePath(pathOrUrl));
}
