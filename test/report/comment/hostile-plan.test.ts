import fc from 'fast-check';
import { expect, it } from 'vitest';

import { planComment } from '../../../src/report/comment/render-comment.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { renderAsGitHub } from '../../support/render-as-github.ts';
import { realisticPlan } from '../plan/sample-plan.ts';

const source = { runUrl: 'https://github.com/acme/shop/actions/runs/7', job: 'plan' };

/** What could become markup, a mention, a link, a formula or the end of what it is in. */
const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '``',
  '*',
  '_',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '|',
  '\\',
  '$',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '#1',
  '# ',
  '- ',
  '1. ',
  '@mona',
  '@acme/all',
  'acme/shop#1',
  'GH-1',
  ':tada:',
  'https://evil.example/x',
  'www.evil.example',
  'mona@evil.example',
  '<!--',
  '-->',
  '<!-- dreamina-edits:end',
  '<img src=https://evil.example/x>',
  '</td></tr></table>',
  '<a href="javascript:x">',
  '<script>',
  '![x](https://evil.example/x.png)',
  '[x](//evil.example)',
  '&lt;',
  '&#64;mona',
  '<?',
  ']]>',
  '\u202e',
  '\u2028',
  '\ud800',
  '光',
  'a',
  'b',
  '0',
  '.',
  '/',
  '../',
  '..',
  '/../../../../evil/shop/',
  'runs/7',
];

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''));

/** Words of ours, and what the form of a plan file does not leave to its author. */
const FIXED = new Set([
  'kind',
  'version',
  'digest',
  'createdAt',
  'model',
  'repositoryUrl',
  'commit',
  'branchCommit',
  'fingerprint',
  'action',
  'severity',
  'why',
  'basis',
  'newerCommit',
]);

/** The plan with other texts in all places that its author decides on. */
function distort(value: unknown, next: () => string, key = ''): unknown {
  if (typeof value === 'string') {
    const text = FIXED.has(key) ? value : next();
    // The form of a plan file refuses such paths; of runs, any address is taken.
    if (key === 'path')
      return text
        .split('/')
        .map((each) => (/^\.{0,2}$/.test(each) ? 'x' : each))
        .join('/');
    return key === 'runUrl' ? `https://github.com/acme/shop/actions/${text}` : text;
  }
  if (Array.isArray(value)) return value.map((each: unknown) => distort(each, next, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, distort(each, next, name)]));
}

it('whatever a plan says, its comment is text, and leads nowhere but to the repository', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 5, maxLength: 40 }), (texts) => {
      let index = 0;
      const plan = distort(realisticPlan(), () => texts[index++ % texts.length] ?? '') as PlanFile;
      const shown = renderAsGitHub(planComment(plan, source)(60_000));
      expect(shown.dropped).toEqual([]);
      const resolved = shown.addresses.map((each) => new URL(each).href);
      expect(resolved.filter((each) => !each.startsWith('https://github.com/acme/shop/'))).toEqual([]);
      const ours = 'a b br code del details h2 h3 img ins li p span strong sub summary ul ol em'.split(' ');
      expect(shown.elements.filter((name) => !ours.includes(name))).toEqual([]);
      expect(shown.text).not.toMatch(/@[a-z]|#\d|:tada:|\$/i);
    }),
    { numRuns: 40 },
  );
});
