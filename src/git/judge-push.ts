import type { Clause } from '../shared/sentence.ts';
import { plainWords, remoteWords } from './remote-words.ts';
import type { PushAnswer } from './types.ts';

/** What became of one ref of a push. */
export type RefVerdict =
  | { readonly kind: PushAnswer }
  /** It changed while the server worked on it: by someone else, or by this same push if it was sent twice. */
  | { readonly kind: 'contested' }
  | { readonly kind: 'refused'; readonly why: Clause }
  /** Another ref of the same atomic push was refused; this one by itself might be accepted. */
  | { readonly kind: 'with-another' }
  /** Sent, but the server did not report the result: it may have succeeded. */
  | { readonly kind: 'lost' }
  /** Not even begun. */
  | { readonly kind: 'none' };

/** Said about a ref that someone else changed between reading and writing. */
const MOVED =
  /stale info|fetch first|non-fast-forward|needs force|already exists|failed to update ref|atomic transaction failed|cannot lock ref|incorrect old value/;

/** Said by a server that lets no ref go back, whatever the client says. If the ref moved, it says something else. */
const DENIED = '[remote rejected] (non-fast-forward)';

/** A ref that cannot be written now or later, although the server describes it like one that moved. */
const NEVER = /exists; cannot create|Permission denied|Read-only file system|No space left|disk quota/i;

/**
 * What `git push --porcelain` says about `ref` (its full name on the remote); pure. A line of it is a flag, a tab,
 * `<from>:<to>`, a tab and words; the flag `!` means that it was refused.
 */
export function judgePush(ref: string, stdout: string, stderr: string): RefVerdict {
  const line = stdout.split('\n').find((text) => text.split('\t')[1]?.endsWith(`:${ref}`) === true);
  if (line === undefined) return { kind: 'none' };
  const [flag, , summary = ''] = line.split('\t');
  if (flag !== '!') return { kind: 'pushed' };
  const words = remoteWords(stderr);
  if (/failed to report status|remote failure/.test(summary)) return { kind: 'lost' };
  if (summary.includes('atomic push fail')) return { kind: 'with-another' };
  if (MOVED.test(summary) && !summary.startsWith(DENIED) && !NEVER.test(stderr))
    return { kind: summary.startsWith('[remote') ? 'contested' : 'moved' };
  const reason = plainWords(/\((.*)\)$/.exec(summary)?.[1] ?? summary);
  const isSaid = words === '' || words.includes(reason);
  return { kind: 'refused', why: isSaid ? words || reason : `${words} (${reason})` };
}
