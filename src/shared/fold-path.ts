/** The key by which paths are compared: equal for paths that Windows or macOS would take for one file. */
export function foldPath(path: string): string {
  // By way of upper case, as some letters have one capital but two small forms, or two capitals (ß, ẞ, SS).
  return path.normalize('NFC').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
