import type { Pull } from './types.ts';

/** The head of a pull request that is not read from git. */
export const HEAD_SHA = '5ad0b5e3b4a1c0d7e8f9a2b3c4d5e6f708192a3b';

/** An open pull request; of a fork if `repository` is another one, null if the fork was deleted. */
export function pullOf(number: number, repository: string | null = 'acme/storefront'): Pull {
  return {
    number,
    title: 'New banners',
    body: '',
    state: 'open',
    isMerged: false,
    isDraft: false,
    base: 'main',
    head: { repository, branch: 'new-banners', sha: HEAD_SHA },
  };
}
