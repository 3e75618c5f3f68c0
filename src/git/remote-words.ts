const MOST_CHARACTERS = 600;

/** Lines that a server sends while it works, and git's own that say no more than the others. */
const EMPTY =
  /^(?:$|(?:Resolving|Compressing|Counting|Enumerating|Receiving|Unpacking) |Total |hint:|error: failed to push some refs|fatal: the remote end hung up|fatal: Could not read from remote|Please make sure you have the correct|and the repository exists)/;

/**
 * What went wrong, in one line: the server's own words (`remote: ...`) where there are any, else git's last complaint.
 * Empty where `stderr` says nothing.
 */
export function remoteWords(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).map((line) => line.trim());
  const remote = lines
    .filter((line) => line.startsWith('remote:'))
    .map((line) => line.slice('remote:'.length).trim())
    .filter((line) => !EMPTY.test(line));
  const own = lines.filter((line) => /^(?:fatal|error): /.test(line) && !EMPTY.test(line));
  const chosen = remote.length > 0 ? remote : own.slice(-1);
  // A line that ends a sentence needs no other mark behind it.
  const text = chosen
    .map((line) => line.replace(/^(?:(?:fatal|error): )+/, ''))
    .reduce((all, line) => (all === '' ? line : `${all}${/[.!?]$/.test(all) ? '' : ';'} ${line}`), '');
  const words = text === '' ? (lines.findLast((line) => line !== '') ?? '') : text;
  const plain = words.replaceAll(/\s+/g, ' ');
  return plain.length > MOST_CHARACTERS ? `${plain.slice(0, MOST_CHARACTERS)}…` : plain;
}
