/** A file's path without its extension. */
export function withoutExtension(path: string): string {
  return path.replace(/\.\w+$/, '');
}
