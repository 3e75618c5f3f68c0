import { expect, test } from 'vitest';

import { createRunStage } from '../run-stage.ts';
import { make, pathsOf, spec } from './rendition-runs.ts';

const WIDTHS = (widths: string): string => `renditions: { web: { width: ${widths}, format: [webp] } }`;
const WIDE = 'wide: { prompt: Wide, images: a.png, size: 1024x1024, output: x-web }';
const OTHER = '{ prompt: Other, images: a.png, size: 1024x1024, renditions: [] }';

// By its name, `x-web-64w.webp` may be a file of `x-web`, or of `x` by the set `web`.
test.each([
  ['moves to another id', `${WIDE}\n  y: ${OTHER}`, {}],
  ['is dropped and pruned', WIDE, { prune: true }],
  [
    'is dropped and pruned, and one of this spec gets another id',
    WIDE.replace('wide', 'broad'),
    { prune: true },
  ],
])(
  'what no setting asks for anymore is stale at once, also if the edit that it may be of %s',
  async (_, edits, inputs) => {
    await using stage = await createRunStage();
    const first = await make(stage, spec(WIDTHS('[64, 32]'), `${WIDE}\n  x: ${OTHER}`));
    expect([first.verdict, pathsOf(first.pictures, 'wide')]).toEqual([
      {},
      ['x-web-32w.webp', 'x-web-64w.webp'],
    ]);
    const second = await make(stage, spec(WIDTHS('32'), edits), inputs);
    expect([second.verdict, second.commits, second.submits]).toEqual([{}, 1, 2]);
    const third = await make(stage, spec(WIDTHS('32'), edits), inputs);
    expect([third.verdict, third.commits, third.written]).toEqual([{}, 0, []]);
    expect(third.pictures).toEqual(second.pictures);
  },
);

test('what may be of an edit that stays on the branch is left alone', async () => {
  await using stage = await createRunStage();
  await make(stage, spec(WIDTHS('[64, 32]'), `${WIDE}\n  x: ${OTHER}`));
  const second = await make(stage, spec(WIDTHS('32'), WIDE));
  expect([second.commits, pathsOf(second.pictures, 'wide')]).toEqual([
    0,
    ['x-web-32w.webp', 'x-web-64w.webp'],
  ]);
});
