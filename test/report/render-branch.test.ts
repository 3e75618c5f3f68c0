import { marked } from 'marked';
import { describe, expect, it } from 'vitest';

import { renderBranch, renderBranchNotes } from '../../src/report/render-branch.ts';
import { renderSummary } from '../../src/report/render-summary.ts';
import { keptOutcome, sampleCommit } from './sample-branch.ts';
import { sampleFile, sampleOutcome, sampleReport } from './sample-run.ts';

const NO_ARTIFACT = { delivery: { kind: 'none' } } as const;
const PLACE = { branch: 'assets', directory: '' } as const;

describe('renderBranch', () => {
  it.each([
    ['nothing was asked for', { kind: 'none' } as const, ''],
    [
      'a commit',
      sampleCommit({ directory: 'our shots' }),
      '**Branch:** [`assets`](<https://github.com/o/r/tree/SHA/our%20shots>), 3 files committed as [`c0ffee1`](<https://github.com/o/r/commit/SHA>).\n',
    ],
    [
      'nothing to commit',
      { ...PLACE, kind: 'unchanged', commit: sampleCommit().commit } as const,
      '**Branch:** [`assets`](<https://github.com/o/r/tree/SHA>), unchanged at [`c0ffee1`](<https://github.com/o/r/commit/SHA>).\n',
    ],
    [
      'no branch yet',
      { ...PLACE, kind: 'unchanged' } as const,
      '**Branch:** there was nothing to commit, so the branch `assets` does not exist yet.\n',
    ],
    [
      'a refused push',
      { ...PLACE, kind: 'failed', message: 'The branch is *protected*.', left: [] } as const,
      '**Branch `assets` was not updated:** The branch is \\*protected\\*.\n',
    ],
  ])('%s', (_, branch, expected) => {
    const text = renderBranch(sampleReport([], { ...NO_ARTIFACT, branch }));
    expect(text.replaceAll(sampleCommit().commit, 'SHA')).toBe(expected);
  });

  it('says that the pictures are in the artifact where the push was refused', () => {
    const branch = { ...PLACE, kind: 'failed', message: 'Refused.', left: [] } as const;
    expect(renderBranch(sampleReport([], { branch }))).toMatch(
      /Refused\. The pictures are in the artifact\.\n$/,
    );
  });

  it('does not call pictures undelivered that are on the branch', () => {
    const delivery = { kind: 'failed', message: 'No network.', folder: '/out' } as const;
    const text = renderSummary(sampleReport([], { delivery, branch: sampleCommit() }));
    expect(text).toContain('**No artifact:** No network.');
  });
});

describe('renderBranchNotes', () => {
  const branch = sampleCommit({
    left: [{ id: 'hero@beach', reason: 'hero.png has 120 MiB; GitHub takes files under 100 MiB.' }],
    warnings: ['<b>big.png</b> has 60 MiB.', 'hero was also made by another run.'],
  });

  it('says what was left out of the commit, and why, before what is worth knowing', () => {
    expect(renderBranchNotes(branch, 10)).toBe(
      [
        '### Branch (3)',
        '',
        '- **Not committed:** `hero@beach`: hero.png has 120 MiB; GitHub takes files under 100 MiB.',
        '- **Warning:** &lt;b&gt;big.png&lt;/b&gt; has 60 MiB.',
        '- **Warning:** hero was also made by another run.',
        '',
      ].join('\n'),
    );
  });

  it('counts what it has no room for; says nothing where there is nothing', () => {
    expect(renderBranchNotes(branch, 1)).toMatch(
      /100 MiB\.\n\n_And 2 more notes: see the results file\._\n$/,
    );
    expect(renderBranchNotes(branch, 0)).toBe('');
    expect(renderBranchNotes(sampleCommit(), 10)).toBe('');
    expect(renderBranchNotes({ kind: 'none' }, 10)).toBe('');
  });
});

describe('the summary of a run with a branch', () => {
  const EDITS = [
    keptOutcome('same', 'old/same one.jpg'),
    sampleOutcome('made', 'succeeded'),
    sampleOutcome('left', 'succeeded'),
    sampleOutcome('set', 'succeeded', {
      files: [sampleFile('set-1.jpg'), sampleFile('set-2.mp4', { type: 'video/mp4' })],
    }),
    sampleOutcome('bad', 'failed', { error: { code: 'job-failed', message: 'No.' } }),
  ];
  const branch = sampleCommit({ directory: 'shots', left: [{ id: 'left', reason: 'Too large.' }] });

  it('shows the pictures of this run, and where all files are', () => {
    expect(renderSummary(sampleReport(EDITS, { outcome: 'partial', branch }))).toMatchSnapshot();
  });

  it('is as it was where no branch was asked for', () => {
    expect(renderSummary(sampleReport(EDITS, { outcome: 'partial' }))).not.toMatch(/Branch|<img|Pictures \(/);
  });

  it('shows so many pictures, then where the others are, and fits its limit whatever the paths are', () => {
    const long = `${'日本語/'.repeat(60)}x`;
    const edits = Array.from({ length: 2000 }, (_, index) =>
      sampleOutcome(`e${index}`, 'succeeded', { files: [sampleFile(`${long}${index}.jpg`)] }),
    );
    const text = renderSummary(sampleReport(edits, { branch }));
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text.match(/<img /g)).toHaveLength(36);
    expect(text).toMatch(/_And 1964 more pictures: \[see the branch\]\(<[^>]*\/shots>\)\._/);
  });

  it('lets no path, id or message become markup', () => {
    const evil = `a"><script>x</script>|'\`](b) @octocat $x$.jpg`;
    const report = sampleReport(
      [
        sampleOutcome(evil, 'succeeded', { files: [sampleFile(evil)] }),
        keptOutcome('k', evil),
        sampleOutcome('v', 'succeeded', { files: [sampleFile(evil, { type: 'video/webm' })] }),
      ],
      {
        branch: sampleCommit({
          ...{ directory: evil, branch: evil, warnings: [evil], left: [{ id: evil, reason: evil }] },
        }),
      },
    );
    for (const summary of [report, { ...report, branch: { ...report.branch, left: [] } }]) {
      const html = marked.parse(renderSummary(summary), { async: false });
      expect(html).not.toMatch(/<script/);
      for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g))
        expect(address).toMatch(/^https:\/\/github\.com\/o\/r\//);
    }
  });
});
