import type { DownloadedFile } from '../../src/download/types.ts';
import type { EditOutcome } from '../../src/plan/outcome.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import type { InspectedFile } from '../../src/references/types.ts';
import type { OpenEdit, Report } from '../../src/report/types.ts';
import { outcomeOf, type OutcomeFacts } from '../support/outcome-of.ts';

/** A planned edit with plain values for whatever a test does not care about. */
export function sampleEdit(id: string, more: Partial<PlannedEdit> = {}): PlannedEdit {
  return {
    id,
    key: id.replace(/@.*/, ''),
    matrix: {},
    prompt: `Prompt of ${id}`,
    images: [sampleImage('shots/mug.png')],
    model: 'bytedance/dreamina-4-0/edit',
    options: {},
    size: { width: 2560, height: 1440, wire: '2560x1440(16:9)' },
    scale: 0.5,
    forceSingle: false,
    timeoutMs: 900_000,
    output: id.replace('@', '/'),
    frozen: false,
    at: { file: 'edits.yml', line: 7, column: 3 },
    needs: [],
    action: { kind: 'submit', over: [] },
    fingerprint: 'f'.repeat(64),
    lockedInput: {
      image_urls: [],
      prompt: id,
      'width×height': '2048x2048(1:1)',
      scale: 0.5,
      force_single: true,
    },
    ...more,
  };
}

export function sampleImage(path: string, more: Partial<InspectedFile> = {}): InspectedFile {
  return {
    kind: 'file',
    path,
    absolutePath: `/repo/${path}`,
    sha256: 'ab'.repeat(32),
    gitBlob: 'cd'.repeat(20),
    bytes: 1234,
    type: 'image/png',
    width: 800,
    height: 600,
    at: { file: 'edits.yml', line: 9, column: 7 },
    ...more,
  };
}

export function sampleFile(path: string, more: Partial<DownloadedFile> = {}): DownloadedFile {
  return {
    path,
    absolutePath: `/out/${path}`,
    sha256: 'ef'.repeat(32),
    bytes: 2_345_678,
    type: 'image/jpeg',
    width: 2560,
    height: 1440,
    ...more,
  };
}

/** An ended edit; one that succeeded has a file, a request and a cost. */
export function sampleOutcome(
  id: string,
  state: EditOutcome['state'],
  more: OutcomeFacts = {},
  edit: Partial<PlannedEdit> = {},
): EditOutcome {
  const done: OutcomeFacts =
    state === 'succeeded'
      ? {
          files: [sampleFile(`${id.replace('@', '/')}.jpg`)],
          requestId: `req-${id}`,
          costUsd: 0.03,
          timings: { queuedMs: 1000, runningMs: 40_000, downloadMs: 1200, totalMs: 42_200 },
        }
      : {};
  const leftOut: OutcomeFacts =
    edit.action?.kind === 'skip' ? { error: { code: 'not-planned', message: edit.action.reason } } : {};
  return outcomeOf(sampleEdit(id, edit), state, { ...done, ...leftOut, ...more });
}

export function openEdit(id: string, requestId?: string): OpenEdit {
  return { edit: sampleEdit(id), state: 'open', ...(requestId === undefined ? {} : { requestId }) };
}

export function sampleReport(edits: readonly EditOutcome[], more: Partial<Report> = {}): Report {
  return {
    edits,
    problems: [],
    outcome: 'success',
    startedAtMs: Date.UTC(2026, 10, 22, 9, 30),
    elapsedMs: 192_000,
    keepsRecord: true,
    delivery: {
      kind: 'artifact',
      name: 'dreamina-edits',
      id: 77,
      url: 'https://github.com/o/r/actions/runs/1/artifacts/77',
      digest: `sha256:${'12'.repeat(32)}`,
      bytes: 3_456_789,
      files: 4,
    },
    branch: { kind: 'none' },
    repositoryUrl: 'https://github.com/o/r',
    ...more,
  };
}
