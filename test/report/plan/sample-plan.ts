import type { PlanFile } from '../../../src/report/plan/types.ts';
import { createPlanFile } from '../../../src/report/plan/create-plan-file.ts';
import type { ReviewedEdit } from '../../../src/plan/review/types.ts';
import { diffWords } from '../../../src/plan/review/diff-words.ts';

const OLD = '1'.repeat(40);
const NEW = '2'.repeat(40);
const BRANCH = '3'.repeat(40);

/** A reviewed edit that is to be made for the first time. */
export function reviewedEdit(id: string, more: Partial<ReviewedEdit> = {}): ReviewedEdit {
  return {
    id,
    at: { file: '.github/edits.yml', line: 7, column: 3 },
    prompt: `Make ${id}.`,
    output: id.replace('@', '/'),
    model: 'bytedance/dreamina-4-0/edit',
    size: '2560x1440(16:9)',
    references: [{ kind: 'file', path: 'shots/mug.png' }],
    fingerprint: 'f'.repeat(64),
    action: 'submit',
    status: { kind: 'new' },
    changes: [],
    ...more,
  };
}

/** An empty plan with plain values for whatever a test does not care about. */
export function samplePlan(more: Partial<PlanFile> = {}): PlanFile {
  return createPlanFile({
    createdAt: '2026-11-22T09:30:00.000Z',
    actionVersion: '1.0.0',
    repositoryUrl: 'https://github.com/acme/shop',
    spec: { path: '.github/edits.yml', commit: NEW },
    destination: 'branch assets',
    branchCommit: BRANCH,
    estimate: { kind: 'none' },
    edits: [],
    orphaned: [],
    problems: [],
    ...more,
  });
}

/** A plan as a pull request may have it: every status and every change occurs once. */
export function realisticPlan(): PlanFile {
  const run = 'https://github.com/acme/shop/actions/runs/7';
  return samplePlan({
    estimate: {
      kind: 'known',
      edits: 3,
      usd: 0.09,
      isLeast: false,
      parts: [
        {
          model: 'bytedance/dreamina-4-0/edit',
          edits: 3,
          eachUsd: 0.03,
          isLeast: false,
          basis: { kind: 'recorded', earlierEdits: 12 },
        },
      ],
    },
    problems: [
      {
        severity: 'warning',
        message: 'Input `force` names `logo`, which is frozen and stays as it is.',
        at: { file: '.github/edits.yml', line: 31, column: 3 },
      },
    ],
    edits: [
      reviewedEdit('cutout', {
        description: 'The mug alone, for all banners',
        status: { kind: 'changed' },
        changes: [
          {
            kind: 'prompt',
            words: diffWords(
              'Cut out the mug and put it on a plain white background. Keep its shadow, the steam and the hand that holds it, and keep the colors as they are. Add no text.',
              'Cut out the mug and put it on a light grey background. Keep its shadow, the steam and the hand that holds it, and keep the colors as they are. Add no text or logo.',
            ),
          },
          {
            kind: 'reference-replaced',
            reference: { kind: 'file', path: 'shots/mug.png' },
            before: { path: 'shots/mug.png', commit: OLD },
            after: { path: 'shots/mug.png', commit: NEW },
          },
          { kind: 'setting', name: 'scale', before: '0.5', after: '0.7' },
        ],
        current: { path: 'cutout.jpg', commit: BRANCH },
      }),
      reviewedEdit('hero@beach', {
        status: { kind: 'changed' },
        references: [
          { kind: 'output', edit: 'cutout' },
          { kind: 'url', url: 'https://cdn.example.com/beach.jpg' },
        ],
        changes: [
          { kind: 'input', edit: 'cutout', isPlanned: true },
          {
            kind: 'reference-removed',
            reference: { kind: 'file', path: 'scenes/sea.jpg' },
            before: { path: 'scenes/sea.jpg', commit: OLD },
          },
          { kind: 'reference-added', reference: { kind: 'url', url: 'https://cdn.example.com/beach.jpg' } },
          { kind: 'setting', name: 'size', before: '2048x2048', after: '2560x1440' },
        ],
        current: { path: 'banners/beach.jpg', commit: BRANCH },
      }),
      reviewedEdit('hero@studio', {
        description: 'The same banner in the studio',
        prompt: 'Put the mug on a wooden table in a bright studio, seen from the side.',
        references: [
          { kind: 'output', edit: 'cutout' },
          { kind: 'file', path: 'scenes/studio.jpg' },
        ],
      }),
      reviewedEdit('poster', {
        action: 'collect',
        status: {
          kind: 'pending',
          why: 'collect',
          what: 'already paid for, submitted 5 minutes ago: its pictures are collected, and nothing is paid again',
          runUrl: run,
          requestId: '3f6a-77',
        },
      }),
      reviewedEdit('flyer', {
        action: 'hold',
        status: {
          kind: 'pending',
          why: 'hold',
          what: `the run ${run} may have sent it 2 days ago, and no answer is known`,
          runUrl: run,
        },
      }),
      reviewedEdit('flyer-back', {
        action: 'hold',
        references: [{ kind: 'output', edit: 'flyer' }],
        status: { kind: 'blocked', by: 'flyer' },
      }),
      reviewedEdit('card', {
        action: 'unchanged',
        status: {
          kind: 'moved',
          from: 'card',
          isCopied: false,
          files: [{ from: 'card.jpg', to: 'print/card.jpg' }],
        },
      }),
      reviewedEdit('badge', { action: 'share', status: { kind: 'shared', with: 'hero@studio' } }),
      reviewedEdit('logo', {
        action: 'unchanged',
        status: { kind: 'frozen', hasPictures: true },
        changes: [{ kind: 'setting', name: 'scale', before: '0.5', after: '0.6' }],
      }),
      reviewedEdit('icon', { action: 'unchanged', status: { kind: 'unchanged' } }),
      reviewedEdit('footer', { action: 'unchanged', status: { kind: 'unchanged' } }),
    ],
    orphaned: [{ id: 'summer-sale', files: ['summer-sale.jpg'], isRemoved: false }],
  });
}
