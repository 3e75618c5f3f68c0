import { toPlainLine } from '../shared/plain-text.ts';
import { quoteWords, type Clause } from '../shared/sentence.ts';

const MOST_CHARACTERS = 600;

/** Progress lines of a server, and lines of git that add nothing to the others. */
const EMPTY =
  /^(?:$|(?:Resolving|Compressing|Counting|Enumerating|Receiving|Unpacking) |Total |hint:|error: failed to push some refs|fatal: the remote end hung up|fatal: Could not read from remote|Please make sure you have the correct|and the repository exists)/;

/**
 * What went wrong, in one line: the server's own words (`remote: ...`) if there are any, otherwise git's last
 * complaint. Empty if `stderr` says nothing.
 */
export function remoteWords(stderr: string): Clause {
  const lines = stderr.split(/[\r\n]+/).map(plainWords);
  const remote = lines
    .filter((line) => line.startsWith('remote:'))
    .map((line) => line.slice('remote:'.length).trim())
    .filter((line) => !EMPTY.test(line));
  const own = lines.filter((line) => /^(?:fatal|error): /.test(line) && !EMPTY.test(line));
  const last = lines.findLast((line) => line !== '') ?? '';
  const chosen = remote.length > 0 ? remote : own.length > 0 ? own.slice(-1) : [last];
  const words = chosen
    .map((line) => line.replace(/^(?:(?:fatal|error): )+/, ''))
    .map(quoteWords)
    .join('; ');
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}…` : words;
}

/**
 * Words of git or of a server in one line, without bytes that show nothing: some servers send the zero byte at the end of a
 * message, too, and a pipe may be cut within a character.
 */
export function plainWords(said: string): string {
  return toPlainLine(said.replaceAll('\uFFFD', ''));
}
