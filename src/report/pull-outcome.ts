import type { Problem } from '../shared/problem.ts';
import { toSentence, type Clause } from '../shared/sentence.ts';

/** What became of the pull request that proposes the pictures. */
export type PullOutcome =
  | { readonly kind: 'up-to-date'; readonly number: number; readonly url: string }
  /** The branch is pushed; `compareUrl` is the page on which a person can open the pull request. */
  | {
      readonly kind: 'not-opened';
      readonly why: Clause;
      readonly isDenied: boolean;
      readonly compareUrl: string;
    }
  /** It is open, and its text is an older one. */
  | { readonly kind: 'not-updated'; readonly why: Clause; readonly url: string };

/** What a person should know about it: nothing if all is well. */
export function pullProblems(pull: PullOutcome | undefined): readonly Problem[] {
  switch (pull?.kind) {
    case undefined:
    case 'up-to-date':
      return [];
    case 'not-opened': {
      const what = toSentence(`the pictures are pushed, but no pull request could be opened: ${pull.why}`);
      const advice = pull.isDenied
        ? ' To let workflows open it, give the job `permissions: pull-requests: write`, and allow it in the settings of the repository (Actions, General, Workflow permissions).'
        : '';
      return [{ severity: 'warning', message: `${what}${advice} Open it yourself: ${pull.compareUrl}` }];
    }
    case 'not-updated': {
      const what = toSentence(`the text of the pull request ${pull.url} could not be updated: ${pull.why}`);
      return [{ severity: 'warning', message: what }];
    }
  }
}

/** The address of the pull request; empty if there is none. */
export function pullUrl(pull: PullOutcome | undefined): string {
  return pull === undefined || pull.kind === 'not-opened' ? '' : pull.url;
}
