import type { ChangeFacts } from '../../../src/deliver/branch/plan-changes.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import type { EditOutcome, EditState } from '../../../src/plan/outcome.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';
import { outcomeOf, type OutcomeFacts } from '../../support/outcome-of.ts';
import { entry, picture, sampleTip } from './sample-branch.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
export const nowMs = Date.parse('2026-11-20T12:00:00Z');

/** What changes depend on: a branch with these edits. */
export function facts(edits: Record<string, LockEntry>, more: Partial<ChangeFacts> = {}): ChangeFacts {
  return {
    recorded: sampleTip({ edits }).recorded,
    specIds: new Set(['hero', 'mug']),
    prune: false,
    copies: new Map(),
    actionVersion: '1.2.3',
    nowMs,
    ...more,
  };
}

/** How an edit ended, whose spec says little. */
export function outcome(
  id: string,
  action: PlannedAction,
  { state = 'failed', ...more }: OutcomeFacts & { readonly state?: EditState },
): EditOutcome {
  const edit: EditOutcome['edit'] = {
    id,
    key: id,
    matrix: {},
    prompt: 'A mug',
    images: [],
    model: 'bytedance/dreamina-4-0/edit',
    options: {},
    size: { width: 2048, height: 2048, wire: '2048x2048(1:1)' },
    scale: 0.5,
    forceSingle: false,
    timeoutMs: 1000,
    output: id,
    frozen: false,
    at,
    fingerprint: '1'.repeat(64),
    lockedInput: entry([]).input,
    needs: [],
    action,
  };
  return outcomeOf(edit, state, more);
}

export const submit: PlannedAction = { kind: 'submit', over: [] };

/** An edit whose pictures were made at these paths. */
export function made(id: string, paths: readonly string[], more: OutcomeFacts = {}): EditOutcome {
  const files = paths.map((path) => ({ ...picture(path), absolutePath: `/out/${path}` }));
  return outcome(id, submit, { state: 'succeeded', requestId: 'req-9', files, ...more });
}

/** An edit whose pictures are on the branch as those of `from`, and are now at these paths. */
export function stay(id: string, from: string, old: LockEntry, paths: readonly string[]): EditOutcome {
  const files = old.files.map((file, index) => ({ ...file, path: paths[index] ?? '' }));
  return outcome(
    id,
    { kind: 'unchanged', from, entry: old, files },
    { state: 'unchanged', unchangedFiles: files },
  );
}
