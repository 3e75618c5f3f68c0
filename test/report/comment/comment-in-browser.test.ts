import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { composeComment } from '../../../src/report/comment/comment-body.ts';
import { planComment, problemsComment, runComment } from '../../../src/report/comment/render-comment.ts';
import { openBrowser } from '../../support/browser.ts';
import { renderAsGitHub } from '../../support/render-as-github.ts';
import { openAsGitHub } from '../open-as-github.ts';
import { sampleCommit } from '../sample-branch.ts';
import { sampleOutcome } from '../sample-run.ts';
import { realisticPlan } from '../plan/sample-plan.ts';
import { sampleEdited, sampleReportOf } from './sample-preview.ts';

const source = { runUrl: 'https://github.com/acme/shop/actions/runs/7', job: 'plan' };
const LONG =
  'A mug on a beach at sunrise, seen from the side, with https://example.com, @mona and #7 in the foam. ';

const preview = sampleReportOf(
  sampleEdited('hero', 'old', LONG.repeat(3)),
  sampleEdited('banners/a-very-long-name-of-an-edit-without-any-place-to-break-it-at-all@beach', 'old'),
  sampleEdited('new-one', undefined, 'Shown for the first time'),
);
const edited = preview.report.edits.map((outcome) => ({
  ...outcome,
  warnings: ['The picture has another size than was asked for: 2048x1152.'],
}));

/** What a pull request says that adds pictures to a protected branch, with one that could not be made. */
const pull = {
  ...preview.report,
  outcome: 'partial' as const,
  branch: sampleCommit({
    branch: 'dreamina-edits/main/edits.yml',
    directory: 'assets',
    commit: '5'.repeat(40),
  }),
  edits: [
    ...edited,
    sampleOutcome('refused', 'failed', {
      error: {
        code: 'job-failed',
        message: 'The service refused the request: the picture is too small.',
      },
    }),
  ],
  problems: [
    {
      severity: 'warning' as const,
      message:
        'Input `force` names `hero`, which is frozen and stays as it is. Remove `frozen` to have it made again.',
      at: { file: 'edits.yml', line: 3, column: 3 },
    },
  ],
};

const comments = {
  plan: planComment(realisticPlan(), source),
  preview: runComment({ ...preview.report, edits: edited }, preview.before, source),
  pull: runComment(pull, preview.before, source),
  problems: problemsComment(
    '✗ There is no plan: 1 error',
    [{ severity: 'error', message: 'Unknown key `promt`.', at: { file: 'edits.yml', line: 3, column: 5 } }],
    source,
  ),
};

const key = { spec: 'edits.yml', workflow: 'Pictures', job: 'plan', destination: 'branch assets' };

function bodyOf(name: keyof typeof comments): string {
  return composeComment(key, undefined, comments[name]) ?? '';
}

describe.each(['plan', 'preview', 'pull', 'problems'] as const)('the comment with the %s', (name) => {
  it('asks for nothing that GitHub would not show', () => {
    const { html, dropped } = renderAsGitHub(bodyOf(name));
    expect(dropped).toEqual([]);
    expect(html).not.toMatch(/&lt;\/?(?:td|tr|table|b|del|ins|sub|details|br|wbr|code|a|img)\b/);
    expect(html).not.toContain('dreamina-edits:');
  });

  it('mentions no one, and links only to the repository', () => {
    const { addresses, text } = renderAsGitHub(bodyOf(name));
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((each) => !each.startsWith('https://github.com/acme/shop/'))).toEqual([]);
    expect(text).not.toMatch(/@[a-z]|#\d|:\/\//i);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  const forms = ['preview', 'pull'] as const;
  it.each(
    forms.flatMap((form) =>
      [400, 1000].flatMap((width) =>
        (['light', 'dark'] as const).map((scheme) => [form, width, scheme] as const),
      ),
    ),
  )(
    '%s: pictures before and after are side by side, and fit %i pixels, %s',
    async (form, width, colorScheme) => {
      await using opened = await openAsGitHub(browser, bodyOf(form), { width, colorScheme });
      const { page, strays } = opened;
      expect(strays).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      const boxes = await page.evaluate<
        readonly { readonly top: number; readonly width: number; readonly right: number }[]
      >('Array.from(document.images, (image) => image.getBoundingClientRect().toJSON())');
      expect(boxes).toHaveLength(5);
      const [before, after] = boxes;
      expect(before?.top).toBe(after?.top);
      expect(before?.width).toBeCloseTo(after?.width ?? 0, 0);
      for (const box of boxes) {
        expect(box.right).toBeLessThanOrEqual(width);
        expect(box.width).toBeGreaterThan(width === 400 ? 120 : 300);
      }
      // The reason has the most room, also on a small screen.
      const cells = await page.evaluate<readonly number[]>(
        "Array.from(document.querySelectorAll('thead th'), (cell) => cell.getBoundingClientRect().width)",
      );
      expect(Math.max(...cells, 0)).toBe(cells[2] ?? 0);
      const shots = process.env['SHOTS'];
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/${form}-${width}-${colorScheme}.png`, fullPage: true });
    },
  );

  it.each([400, 1000])('the plan fits %i pixels', async (width) => {
    await using opened = await openAsGitHub(browser, bodyOf('plan'), { width, colorScheme: 'dark' });
    expect(await opened.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(opened.strays).toEqual([]);
    const shots = process.env['SHOTS'];
    if (shots !== undefined)
      await opened.page.screenshot({ path: `${shots}/plan-${width}.png`, fullPage: true });
  });
});
