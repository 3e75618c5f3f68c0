import type { PicturesBefore } from '../../../src/report/pictures-before.ts';
import type { EditOutcome } from '../../../src/plan/outcome.ts';
import type { Report } from '../../../src/report/types.ts';
import { sampleCommit } from '../sample-branch.ts';
import { sampleFile, sampleOutcome, sampleReport } from '../sample-run.ts';

const BEFORE = '4'.repeat(40);
const AFTER = '5'.repeat(40);

/** An edit that a preview made, and whether it had a picture before. */
export interface SampleEdited {
  readonly outcome: EditOutcome;
  readonly old: string | undefined;
}

export function sampleEdited(id: string, old?: 'old', description?: string): SampleEdited {
  return {
    outcome: sampleOutcome(
      id,
      'succeeded',
      { files: [sampleFile(`${id}.jpg`)] },
      description === undefined ? {} : { description },
    ),
    old: old === undefined ? undefined : `pictures/${id}-${old}.jpg`,
  };
}

/** The report of a run that committed these edits, and what the branch had before. */
export function sampleReportOf(...edits: readonly SampleEdited[]): {
  readonly report: Report;
  readonly before: PicturesBefore;
} {
  const before = edits.flatMap(({ outcome, old }) =>
    old === undefined
      ? []
      : [[outcome.edit.id, [{ path: old, commit: BEFORE, sha256: '0'.repeat(64) }]] as const],
  );
  return {
    report: sampleReport(
      edits.map(({ outcome }) => outcome),
      {
        delivery: { kind: 'none' },
        repositoryUrl: 'https://github.com/acme/shop',
        branch: sampleCommit({ branch: 'assets-pr-7', directory: 'pictures', commit: AFTER }),
      },
    ),
    before: { from: 'own', pictures: new Map(before) },
  };
}
