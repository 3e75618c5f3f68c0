import type { Clause, Sentence } from '../../shared/sentence.ts';
import { toSentence } from '../../shared/sentence.ts';
import { quotePath } from './branch-paths.ts';

/** A commit as GitHub is to make it. All objects that it names are on the server. */
export interface CommitToSign {
  /** Object name of the tree. */
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** What became of a commit that GitHub was to make and sign. */
export type SignedAnswer =
  | { readonly kind: 'signed'; readonly commit: string }
  /** Made, and not signed: it is not used. */
  | { readonly kind: 'unsigned'; readonly why: Clause }
  /** The token lacks the right. */
  | { readonly kind: 'denied'; readonly why: Clause }
  | { readonly kind: 'refused'; readonly why: Clause }
  /** No whole answer. Trying again may help, and does no harm: a commit that no ref names is nowhere visible. */
  | { readonly kind: 'offline'; readonly why: Clause };

/** Has commits made that GitHub shows as verified. */
export interface CommitSigner {
  readonly create: (order: CommitToSign, signal: AbortSignal) => Promise<SignedAnswer>;
  /** Object name of a commit's tree on the server; undefined if it cannot be found out. */
  readonly treeOf: (commit: string, signal: AbortSignal) => Promise<string | undefined>;
}

/** Why there is no signed commit, and what to do; pure. */
export function describeUnsigned(
  { kind, why }: Exclude<SignedAnswer, { readonly kind: 'signed' }>,
  branch: string,
): Sentence {
  const what = toSentence(`branch ${quotePath(branch)} cannot get a signed commit: ${why}`);
  switch (kind) {
    case 'unsigned':
      return `${what} It signs only commits of an app, so leave the input \`github-token\` out, or use the token of a GitHub App; otherwise remove \`sign-commits\`.`;
    case 'denied':
      return `${what} Give the job \`permissions: contents: write\`, or a token with that right in the input \`github-token\`.`;
    case 'refused':
      return `${what} Remove \`sign-commits\` if the branch does not need signed commits.`;
    case 'offline':
      return `${what} GitHub could not be reached; run it again later.`;
  }
}
