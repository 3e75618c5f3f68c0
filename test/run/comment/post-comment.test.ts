import { describe, expect, it } from 'vitest';

import { SECONDARY_LIMIT } from '../../support/github/answer-call.ts';
import { HEAD_SHA, pullOf } from '../../support/github/sample-pulls.ts';
import { OWN, pullEvent, createCommentStage, bodies } from './comment-stage.ts';

describe('the comment of a spec and a job', () => {
  it('is made once, and updated by each later run', async () => {
    await using stage = await createCommentStage();
    expect(await stage.post('First')).toMatchObject({ kind: 'posted', pull: 7 });
    expect(await stage.post('Second')).toMatchObject({ kind: 'posted', pull: 7 });
    expect(bodies(stage)).toEqual(['github-actions[bot]: \nSecond\n']);
    expect(stage.github.state.comments[0]?.edits).toBe(1);
    expect(stage.lines.at(-1)).toMatch(/^The comment on pull request 7 is up to date: https:/);
  });

  it('is not written if it would stay the same', async () => {
    await using stage = await createCommentStage();
    await stage.post('First');
    await stage.post('First', './edits.yml');
    expect(stage.github.state.comments).toMatchObject([{ edits: 0 }]);
  });

  it('is another one than that of another spec, and than one that somebody copied', async () => {
    await using stage = await createCommentStage();
    await stage.post('First');
    const [first] = stage.github.state.comments;
    stage.github.state.comments.splice(0, 1, {
      ...first,
      id: 1,
      number: 7,
      login: 'mallory',
      edits: 0,
      body: first?.body ?? '',
    });
    await stage.post('Second');
    await stage.post('Other', 'more/edits.yml');
    expect(bodies(stage)).toEqual([
      'mallory: \nFirst\n',
      'github-actions[bot]: \nSecond\n',
      'github-actions[bot]: \nOther\n',
    ]);
  });

  it('goes to the pull request whose head the other workflow ran for', async () => {
    const run = {
      head_repository: { full_name: 'evil/shop' },
      head_branch: 'new-banners',
      head_sha: HEAD_SHA,
    };
    await using stage = await createCommentStage(
      { pulls: [pullOf(7), pullOf(9, 'evil/shop')] },
      'workflow_run',
      { ...OWN, workflow_run: run },
    );
    expect(await stage.post('First')).toMatchObject({ kind: 'posted', pull: 9 });
  });
});

describe('there is no comment', () => {
  it.each([
    ['push', OWN, 'the event `push` is not about a pull request'],
    [
      'workflow_run',
      {
        ...OWN,
        workflow_run: {
          head_repository: { full_name: 'acme/storefront' },
          head_branch: 'new-banners',
          head_sha: 'f'.repeat(40),
        },
      },
      'no open pull request has fffffff as its head',
    ],
  ])('if there is no pull request: %s', async (name, event, why) => {
    await using stage = await createCommentStage({}, name, event);
    expect(await stage.post('First')).toEqual({ kind: 'no-pull', why });
  });

  it.each([
    ['pull_request', 'acme/storefront', false],
    ['pull_request', 'evil/shop', true],
    ['pull_request_target', 'evil/shop', false],
  ])('if the token may not write: %s of %s', async (event, head, isFork) => {
    await using stage = await createCommentStage(
      { permissions: { contents: 'read', 'pull-requests': 'read' } },
      event,
      pullEvent(7, head),
    );
    expect(await stage.post('First')).toEqual({
      kind: 'not-posted',
      reason: {
        kind: 'denied',
        why: 'Resource not accessible by integration',
        isFork,
      },
    });
    expect(stage.github.requests.filter(({ path: where }) => where.includes('/comments'))).toHaveLength(2);
  });

  it('if people left no room in it', async () => {
    await using stage = await createCommentStage();
    await stage.post('First');
    const [comment] = stage.github.state.comments;
    if (comment !== undefined) comment.body = 'x'.repeat(65_400) + comment.body;
    expect(await stage.post('y'.repeat(1000))).toMatchObject({
      kind: 'not-posted',
      reason: { kind: 'failed' },
    });
  });
});

describe('what passes is tried again', () => {
  const comments = /^POST .*comments$/;

  it.each([
    ['too many requests', { match: comments, ...SECONDARY_LIMIT, times: 2 }],
    ['a server error', { match: /^GET .*comments/, status: 502, message: 'Bad Gateway', times: 2 }],
    [
      'a lost answer',
      { match: comments, status: 504, message: 'Gateway Timeout', times: 1, isCarriedOut: true },
    ],
  ])('%s: there is one comment all the same', async (_, fault) => {
    await using stage = await createCommentStage();
    stage.github.state.faults.push({ ...fault });
    expect(await stage.post('First')).toMatchObject({ kind: 'posted' });
    expect(bodies(stage)).toEqual(['github-actions[bot]: \nFirst\n']);
    expect(stage.lines.some((line) => line.startsWith('Could not comment: '))).toBe(true);
  });

  it('but not for ever', async () => {
    await using stage = await createCommentStage();
    stage.github.state.faults.push({ match: comments, status: 500, message: 'Server Error' });
    expect(await stage.post('First')).toEqual({
      kind: 'not-posted',
      reason: { kind: 'failed', why: 'Server Error' },
    });
  });
});
