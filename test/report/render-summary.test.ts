import { marked } from 'marked';
import { describe, expect, it } from 'vitest';

import { editProblems } from '../../src/report/edit-problems.ts';
import { renderSummary } from '../../src/report/render-summary.ts';
import { selectAnnotations } from '../../src/report/emit-problems.ts';
import type { EditError } from '../../src/shared/edit-error.ts';
import { sampleOutcome, sampleReport } from './sample-run.ts';

const MIXED = [
  sampleOutcome('cutout', 'succeeded'),
  sampleOutcome('hero@beach', 'unchanged'),
  sampleOutcome('kept', 'skipped', {}, { action: { kind: 'skip', reason: 'frozen' } }),
  sampleOutcome('late', 'pending', {
    requestId: 'req-9',
    error: { code: 'deadline', message: 'Still running after 15 m.' },
  }),
  sampleOutcome('odd', 'unknown', { error: { code: 'connection', message: 'Connection reset.' } }),
  sampleOutcome('bad', 'failed', {
    requestId: 'req-8',
    error: { code: 'job-failed', message: 'The prompt was refused. Change it.' },
  }),
];

const HOSTILE =
  '</td></table><script>alert(1)</script> @octocat | `x` ![i](http://e.x/i.png)\n\n# Heading :fire:';

describe('renderSummary', () => {
  it('shows a run in which everything went well', () => {
    expect(renderSummary(sampleReport([sampleOutcome('cutout', 'succeeded')]))).toMatchSnapshot();
  });

  it('shows a mixed run, failures first', () => {
    const problems = [
      {
        severity: 'warning',
        message: 'More than 6 images.',
        at: { file: 'edits.yml', line: 3, column: 5 },
      } as const,
      { severity: 'error', message: 'Something is wrong.' } as const,
    ];
    expect(renderSummary(sampleReport(MIXED, { outcome: 'incomplete', problems }))).toMatchSnapshot();
  });

  it('shows a run that ended before any edit was sent', () => {
    const problems = [{ severity: 'error', message: 'Unknown key `promt`.' } as const];
    const report = sampleReport([], { outcome: 'failed', delivery: { kind: 'none' }, problems });
    expect(renderSummary(report)).toMatchSnapshot();
  });

  it('says once where the files stay, and for how long, when the upload failed', () => {
    const delivery = {
      kind: 'failed',
      message: 'The artifact service refused. The pictures stay in `/tmp/out` until the job ends.',
      folder: '/tmp/out',
    } as const;
    const text = renderSummary(sampleReport([sampleOutcome('a', 'succeeded')], { delivery }));
    expect(text).toContain(
      '**No artifact:** The artifact service refused. The pictures stay in <code>/tmp/out</code> until the job ends.\n',
    );
    expect(text.match(/\/tmp\/out/g)).toHaveLength(1);
  });

  it('lets no text from outside become markup', () => {
    const error: EditError = { code: 'job-failed', message: HOSTILE };
    const report = sampleReport(
      [
        sampleOutcome(HOSTILE, 'failed', { error, requestId: HOSTILE }, { prompt: HOSTILE }),
        sampleOutcome('ok', 'succeeded', {}, { prompt: HOSTILE }),
      ],
      {
        outcome: 'partial',
        problems: [{ severity: 'error', message: HOSTILE }],
        delivery: {
          ...{ kind: 'artifact', name: HOSTILE, id: 1, url: 'https://e.x/a b)>"|<i>', digest: 'sha256:0' },
          ...{ bytes: 1, files: 1 },
        } as const,
      },
    );
    const html = marked.parse(renderSummary(report), { async: false });
    expect(
      html.match(/<(?!\/?(?:h2|h3|p|table|thead|tbody|tr|th|td|code|strong|a|ul|li|br|span)\b)[^>]*>/g),
    ).toBeNull();
    expect(html.match(/<t[dh]\b/g)).toHaveLength(html.match(/<\/t[dh]>/g)?.length ?? 0);
    expect(
      html
        .match(/href="[^"]*"/g)
        ?.every((href) => href.startsWith('href="https://e.x/a%20b)%3E%22%7C%3Ci%3E"')),
    ).toBe(true);
    expect(html).not.toMatch(/@octocat|:fire:/);
    expect(html.match(/<tr>/g)).toHaveLength(2 + 2 + 3);
  });

  it('says what became of an edit once, also if the problems repeat it', () => {
    const edits = [
      sampleOutcome('a', 'failed', {
        error: { code: 'job-failed', message: 'It broke.' },
        warnings: ['Odd.'],
      }),
    ];
    const plain = renderSummary(sampleReport(edits, { outcome: 'failed' }));
    expect(renderSummary(sampleReport(edits, { outcome: 'failed', problems: editProblems(edits) }))).toBe(
      plain,
    );
    expect(plain.match(/It broke|Odd/g)).toEqual(['It broke', 'Odd']);
  });

  it('folds a long list of edits away', () => {
    const many = Array.from({ length: 41 }, (_, index) => sampleOutcome(`e${index}`, 'succeeded'));
    expect(renderSummary(sampleReport(many))).toContain('<summary>All 41 edits</summary>\n\n| Edit |');
  });
});

describe('the summary is over the limit and vanishes whole (actions/dependency-review-action#786)', () => {
  const prompt = '“🎨 put | the mug” '.repeat(42).slice(0, 790);
  const error: EditError = { code: 'job-failed', message: `It failed. ${prompt}` };
  const state = (index: number) => (index % 3 === 0 ? 'failed' : 'succeeded');

  it.each([
    ['a third of them failed', state, /### Needs attention \(1667\)[^]*<summary>All 5000 edits/],
    [
      'all failed',
      () => 'failed' as const,
      /### Needs attention \(5000\)[^]*And 4700 more edits[^]*<summary>All 5000 edits/,
    ],
    ['all succeeded', () => 'succeeded' as const, /<summary>All 5000 edits/],
  ])(
    '5,000 edits with long prompts stay under 1 MiB and 10 annotations a kind: %s',
    (_name, stateOf, shown) => {
      const edits = Array.from({ length: 5000 }, (_, index) => {
        const end = stateOf(index);
        const more = { requestId: `request-${index}-${'a'.repeat(36)}`, warnings: ['Smaller than asked.'] };
        return sampleOutcome(`hero@beach-${index}`, end, end === 'failed' ? { ...more, error } : more, {
          prompt,
        });
      });
      const report = sampleReport(edits, { outcome: 'partial' });
      const text = renderSummary(report);
      expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
      expect(shown.test(text)).toBe(true);
      const problems = editProblems(edits);
      const { annotations, rest } = selectAnnotations(problems);
      expect(annotations.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(9);
      expect(annotations.filter(({ severity }) => severity === 'warning').length).toBeLessThanOrEqual(9);
      expect(annotations.length + rest.length).toBe(problems.length);
    },
  );

  it('takes ever shorter forms as the cap falls, never more than the cap', () => {
    const edits = Array.from({ length: 300 }, (_, index) =>
      sampleOutcome(`hero@beach-${index}`, state(index), state(index) === 'failed' ? { error } : {}, {
        prompt,
      }),
    );
    const report = sampleReport(edits, { outcome: 'partial' });
    const forms = [400_000, 200_000, 150_000, 60_000, 5000, 100, 10].map((cap) => {
      const text = renderSummary(report, cap);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(cap);
      return text;
    });
    expect(new Set(forms).size).toBeGreaterThanOrEqual(5);
    expect(forms.at(-2)).toBe('## ✗ 200 of 300 edits succeeded\n');
    expect(forms.at(-1)).toBe('');
    expect(forms.map((text) => text.length)).toEqual(
      forms.map((text) => text.length).toSorted((a, b) => b - a),
    );
  });
});
