import { expect, it } from 'vitest';

import { diffWords } from '../../../src/plan/review/diff-words.ts';
import { renderWords } from '../../../src/report/plan/render-words.ts';

const LONG =
  'Keep the shadow, the steam and the hand that holds it, and keep all of the colors just as they are in the first picture, please. ';

it.each([
  ['a word', 'the red mug', 'the blue mug', 'the <del>red</del> <ins><b>blue</b></ins> mug'],
  ['a word more', 'the mug', 'the old mug', 'the <ins><b>old</b></ins> mug'],
  ['a word less', 'the old mug', 'the mug', 'the <del>old</del> mug'],
  ['markup', 'a *b*', 'a <c> @octocat', 'a <del>\\*b\\*</del> <ins><b>&lt;c&gt; @\u2060octocat</b></ins>'],
  ['blanks only', 'a  b', 'a\nb', 'a<del>␣␣</del><ins><b>↵</b></ins>b'],
  ['what shows nothing', 'a\u0007 b', 'a b', 'a<del>(invisible)</del> b'],
  [
    'a long start',
    `${LONG}A mug.`,
    `${LONG}A cup.`,
    '… just as they are in the first picture, please. A <del>mug</del> <ins><b>cup</b></ins>.',
  ],
  [
    'a long end',
    `A mug. ${LONG}`,
    `A cup. ${LONG}`,
    'A <del>mug</del> <ins><b>cup</b></ins>. Keep the shadow, the steam and the hand that …',
  ],
  [
    'a long middle',
    `A mug. ${LONG}Red.`,
    `A cup. ${LONG}Blue.`,
    'A <del>mug</del> <ins><b>cup</b></ins>. Keep the shadow, the steam and the hand that … just as they are in the first picture, please. <del>Red</del> <ins><b>Blue</b></ins>.',
  ],
])('shows %s', (_what, before, after, markdown) => {
  expect(renderWords(diffWords(before, after))).toBe(markdown);
});
