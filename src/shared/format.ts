/** Bytes for people, in binary units: `812 B`, `1.4 MiB`, `2.2 GiB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}

/** `1 edit`, `2 edits`. Every count in a message is rendered by this; a noun that does not just add an s names its plural. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/** USD with two to six decimals, as many as needed. The sign `$` would begin a formula on GitHub. */
export function formatUsd(usd: number): string {
  return `${usd.toFixed(6).replace(/(\.\d\d\d*?)0+$/, '$1')} USD`;
}
