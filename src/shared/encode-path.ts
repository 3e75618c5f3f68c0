/**
 * A relative path with forward slashes as the path of a URL. Every character with a meaning in URLs is encoded, so
 * `a#1.png`, `50%.png` and `javascript:x` are file names.
 */
export function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
