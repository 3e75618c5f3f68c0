import { expect, it } from 'vitest';

import { bodies, createCommentStage } from './comment-stage.ts';

it.each([2, 3])(
  '%i first runs comment at the same moment: one comment is left, of one of them',
  async (count) => {
    const { promise: allAsked, resolve } = Promise.withResolvers<undefined>();
    let asked = 0;
    await using stage = await createCommentStage({
      // Each of them sees that there is none.
      beforeAnswer: async ({ method, path: where }) => {
        if (method !== 'POST' || !where.endsWith('/comments')) return;
        asked += 1;
        if (asked === count) resolve(undefined);
        await allAsked;
      },
    });
    const texts = Array.from({ length: count }, (_, index) => `Run ${index}`);
    const posted = await Promise.all(texts.map(async (text) => await stage.post(text)));
    expect(posted.map(({ kind }) => kind)).toEqual(texts.map(() => 'posted'));
    expect(asked).toBe(count);
    expect(bodies(stage)).toHaveLength(1);
    expect(texts.map((text) => `github-actions[bot]: \n${text}\n`)).toContain(bodies(stage)[0]);
    expect(await stage.post('Later')).toMatchObject({ kind: 'posted' });
    expect(bodies(stage)).toEqual(['github-actions[bot]: \nLater\n']);
  },
);
