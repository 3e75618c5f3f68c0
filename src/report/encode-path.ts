/**
 * A relative path with forward slashes as the path of an address: every character that means something in an address
 * is encoded, so `a#1.png`, `50%.png` and `javascript:x` are file names.
 */
export function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
