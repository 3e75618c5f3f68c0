/** What differs from run to run, and the word that stands for it. Durations come last: they are the least specific. */
const changing: readonly (readonly [pattern: RegExp, word: string])[] = [
  // Summaries keep `12 s` on one line.
  [/&nbsp;/g, ' '],
  [/\b(127\.0\.0\.1|localhost|\[::1\]):\d+/g, '$1:PORT'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME'],
  [/(dreamina-edits|_runner_file_commands)-[A-Za-z0-9]{6}\b/g, '$1-XXXXXX'],
  [/\b\d+(\.\d+)? (ms|s|min|h)\b/g, 'N $2'],
  [/\b\d+\.\d [KM]iB\b/g, 'N bytes'],
  [/("(?:\w+Ms|elapsed\w*)": )\d+(\.\d+)?/g, '$1N'],
];

/**
 * Text that is the same for every run that did the same: ports, times, durations and random folder names become words,
 * and so does each key of `names` (a folder, a request id), longest first.
 */
export function stableText(text: string, names: Readonly<Record<string, string>> = {}): string {
  const named = Object.entries(names)
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((result, [value, word]) => result.replaceAll(value, word), text);
  return changing.reduce((result, [pattern, word]) => result.replaceAll(pattern, word), named);
}
