import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { postComment, type CommentOutcome } from '../../../src/run/comment/post-comment.ts';
import { createFastClock } from '../../support/clocks.ts';
import { pullOf } from '../../support/github/sample-pulls.ts';
import { startGitHub, type GitHub, type GitHubOptions } from '../../support/github/start-github.ts';
import { createWorldStage } from '../../support/world-stage.ts';

export interface CommentStage extends AsyncDisposable {
  readonly github: GitHub;
  readonly lines: readonly string[];
  /** Comments this text, as a run on this event would. */
  post(text: string, spec?: string): Promise<CommentOutcome>;
}

export const OWN = { repository: { full_name: 'acme/storefront' } };

export function pullEvent(number = 7, head = 'acme/storefront'): object {
  return { ...OWN, pull_request: { number, head: { repo: { full_name: head } } } };
}

/** GitHub, and runs on an event that comment. */
export async function createCommentStage(
  options: GitHubOptions = {},
  name = 'pull_request',
  event = pullEvent(),
): Promise<CommentStage> {
  await using made = new AsyncDisposableStack();
  const github = made.use(await startGitHub({ pulls: [pullOf(7)], ...options }));
  const env = {
    GITHUB_REPOSITORY: 'acme/storefront',
    GITHUB_API_URL: github.url,
    GITHUB_JOB: 'plan',
    GITHUB_EVENT_NAME: name,
  };
  const here = made.use(await createWorldStage('', env, createFastClock(4)));
  const file = path.join(here.world.temp, 'event.json');
  await writeFile(file, JSON.stringify(event));
  const again = made.use(await createWorldStage('', { ...env, GITHUB_EVENT_PATH: file }, createFastClock(4)));
  const running = made.move();
  return {
    github,
    lines: again.lines,
    post: async (text, spec = 'edits.yml') =>
      await postComment(
        () => text,
        { githubToken: 'gh-secret', spec, destination: 'branch assets' },
        again.world,
      ),
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** Authors and texts, without what GitHub does not show. */
export function bodies({ github }: CommentStage): readonly string[] {
  return github.state.comments.map(({ login, body }) => `${login}: ${body.replaceAll(/<!--.*?-->/g, '')}`);
}
