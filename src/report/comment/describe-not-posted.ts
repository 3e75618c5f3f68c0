import { markdownSentence } from '../../shared/escape-markdown.ts';
import type { Clause, Sentence } from '../../shared/sentence.ts';

/** Why a comment is not on the pull request. */
export type NotPosted =
  | { readonly kind: 'no-token' }
  /** The token has no right to it. */
  | { readonly kind: 'denied'; readonly why: Clause; readonly isFork: boolean }
  | { readonly kind: 'failed'; readonly why: Clause };

/** Why a comment is not on the pull request, and what to do. */
export function describeNotPosted(reason: NotPosted): Sentence {
  switch (reason.kind) {
    case 'no-token':
      return 'The comment was not posted on the pull request, because the input `github-token` is empty.';
    case 'denied':
      return reason.isFork
        ? `The comment was not posted on the pull request: ${reason.why}. Runs of pull requests from forks may not comment. A second workflow can post it: see “Forks” in docs/pull-requests.md.`
        : `The comment was not posted on the pull request: ${reason.why}. Give the job \`permissions: pull-requests: write\`.`;
    case 'failed':
      return `The comment was not posted on the pull request: ${reason.why}.`;
  }
}

/** The same as a note below a job summary. */
export function renderNotPosted(reason: NotPosted): string {
  return `\n> [!NOTE]\n> ${markdownSentence(describeNotPosted(reason))}\n`;
}
