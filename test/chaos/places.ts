/** What a story is about: pictures on one branch, previews of pull requests, or a pull request that proposes them. */
export const KINDS = ['branch', 'preview', 'pull-request'] as const;

export type Kind = (typeof KINDS)[number];

/** Where an attempt delivers to. */
export interface Place {
  /** Branch that its commits go to. */
  readonly own: string;
  /** Branches whose pictures count as there. */
  readonly beneath: readonly string[];
  /** Branch that people push to, who know nothing of ours. */
  readonly ofOthers: string;
  /** The pull request that the run is for; absent: none. */
  readonly pull?: number;
  readonly inputs: Readonly<Record<string, string>>;
}

export const ASSETS: Place = { own: 'assets', beneath: [], ofOthers: 'assets', inputs: {} };

const ADOPT = { 'adopt-from': 'assets-pr-*' };

/** The run after a merge: it takes what previews have. */
export const PUBLISHED: Place = { ...ASSETS, inputs: ADOPT };

/** The preview of a pull request, with a comment on it. */
export function previewOf(pull: number): Place {
  const own = `assets-pr-${pull}`;
  const inputs = { ...ADOPT, mode: 'apply', comment: 'true', branch: own, 'base-branch': 'assets' };
  return { ...ASSETS, own, beneath: ['assets'], pull, inputs };
}

export const MAIN = 'main';

/** A pull request that proposes the pictures for the branch with the code. */
export const PROPOSED: Place = {
  own: 'dreamina-edits/main/edits.yml',
  beneath: [MAIN],
  ofOthers: MAIN,
  inputs: { deliver: 'pull-request', branch: MAIN, 'branch-directory': 'pictures' },
};
