import type { LockEntry, LockFile } from '../../lock/types.ts';
import { plural } from '../../shared/format.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Clause } from '../../shared/sentence.ts';

/** How long a preview is kept after its pull request was closed: time to reopen it, and for a failed run to be repeated. */
const KEPT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many edits or files a reason names. */
const MOST_NAMED = 5;

/** A branch that may be a preview that is no longer needed. */
export interface PreviewFacts {
  readonly lock: LockFile;
  /** Paths of files that no run of this action made. */
  readonly foreign: readonly string[];
}

/** What decides which pictures are still needed. */
export interface NeedFacts {
  /** Fingerprints of pictures that the published branch has, or had before. */
  readonly published: ReadonlySet<string>;
  /** Fingerprints that the spec asks for. */
  readonly wanted: ReadonlySet<string>;
  /** Path of the spec: what others want is not known. */
  readonly spec: string;
}

/** Why a branch is kept whatever became of its pull request; undefined if nothing of it is needed. Pure. */
export function findNeed({ lock, foreign }: PreviewFacts, facts: NeedFacts): Clause | undefined {
  if (lock.preview === undefined) return 'its lock file names no pull request';
  if (foreign.length > 0)
    return `it has files that no run of this action made: ${listSome(foreign.map(quote), MOST_NAMED)}`;
  const left = listUnpublished(lock, facts);
  const needed = left.filter(([, { fingerprint }]) => facts.wanted.has(fingerprint));
  if (needed.length > 0) return `the spec asks for pictures that are not published yet: ${nameEdits(needed)}`;
  const ofOthers = left.filter(([, { spec }]) => spec !== undefined && spec !== facts.spec);
  if (ofOthers.length > 0)
    return `it has pictures of another spec that are not published yet: ${nameEdits(ofOthers)}`;
  return undefined;
}

/** Finished edits of a preview whose pictures the published branch never had; pure. */
export function listUnpublished(
  { edits }: Pick<LockFile, 'edits'>,
  { published }: Pick<NeedFacts, 'published'>,
): readonly (readonly [string, LockEntry])[] {
  return [...edits].filter(([, { fingerprint }]) => !published.has(fingerprint));
}

/** The pull request of a preview, as far as it is known. */
export type PullFacts =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'closed';
      readonly closedAtMs: number;
      /** Whether this run's commit has the merge; absent if it was closed without merging. Undefined: not known. */
      readonly merge?: { readonly isIncluded: boolean | undefined };
    };

/** Why a branch of which nothing is needed is kept because of its pull request; undefined if it may be removed. Pure. */
export function findStay(
  number: number,
  pull: PullFacts | undefined,
  { isAllPublished, nowMs }: { readonly isAllPublished: boolean; readonly nowMs: number },
): Clause | undefined {
  const name = `pull request ${number}`;
  if (pull === undefined)
    return `GitHub does not say whether ${name} is closed (give the job \`permissions: pull-requests: read\`)`;
  if (pull.kind === 'open') return `${name} is open`;
  const days = Math.floor((nowMs - pull.closedAtMs) / DAY_MS);
  if (!(nowMs - pull.closedAtMs >= KEPT_DAYS * DAY_MS))
    return `${name} was closed ${days <= 0 ? 'less than a day' : plural(days, 'day')} ago, and previews are kept for ${plural(KEPT_DAYS, 'day')}`;
  // A run on an older commit does not know what the merge asks for.
  if (!isAllPublished && pull.merge !== undefined && pull.merge.isIncluded !== true)
    return pull.merge.isIncluded === false
      ? `${name} was merged, and this run's commit does not have the merge`
      : `${name} was merged, and it is not known whether this run's commit has the merge (set \`fetch-depth: 0\` for \`actions/checkout\`)`;
  return undefined;
}

function nameEdits(edits: readonly (readonly [string, LockEntry])[]): string {
  return listSome(
    edits.map(([id]) => quote(id)),
    MOST_NAMED,
  );
}

function quote(text: string): string {
  return `\`${text}\``;
}
