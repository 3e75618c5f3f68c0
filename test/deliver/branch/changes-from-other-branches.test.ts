import { describe, expect, it } from 'vitest';

import { planChanges, type ChangeFacts } from '../../../src/deliver/branch/plan-changes.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { outcomeOf, type OutcomeFacts } from '../../support/outcome-of.ts';
import { entry, sampleTip } from './sample-branch.ts';

function facts(edits: Record<string, LockEntry>, copies: ChangeFacts['copies'] = new Map()): ChangeFacts {
  const { recorded } = sampleTip({ edits });
  const specIds = new Set(['hero', 'mug']);
  return { recorded, specIds, copies, prune: false, actionVersion: '1.2.3', nowMs: 0 };
}

function hero(action: PlannedAction, state: 'adopted' | 'unchanged', more: OutcomeFacts) {
  return outcomeOf({ ...makeEdit('hero'), action }, state, more);
}

describe('pictures of other branches', () => {
  const on = { kind: 'preview', branch: 'assets-pr-7', commit: 'c'.repeat(40) } as const;
  const there: LockEntry = { ...entry(['old.png'], 'req-7'), history: [{ fingerprint: 'f', commit: 'c' }] };

  it('are copied from disk, under this spec and without the history of their branch', () => {
    const files = there.files.map((file) => ({ ...file, path: 'hero.png' }));
    const adopted = hero({ kind: 'adopt', from: 'old', entry: there, files, on }, 'adopted', {
      unchangedFiles: files,
    });
    const copies = new Map([[files[0]?.sha256 ?? '', '/copies/0']]);
    const known = { ...facts({ old: entry(['x.png']) }, copies), specCommit: '5'.repeat(40) };
    const { set, remove } = planChanges([adopted], known);
    expect(remove).toEqual([]);
    expect(set).toEqual([
      {
        id: 'hero',
        // Runs of older commits keep them.
        entry: { ...entry(['old.png'], 'req-7'), spec: 'edits.yml', files, specCommit: known.specCommit },
        sources: [{ kind: 'copy', absolutePath: '/copies/0' }],
      },
    ]);
    expect(() => planChanges([adopted], facts({}))).toThrow('Bug: a picture of hero was not fetched');
  });

  it('that stay on the base branch change nothing, but no older ones hide them', () => {
    const base = { ...on, kind: 'base' } as const;
    const stays = hero(
      { kind: 'unchanged', from: 'hero', entry: there, files: there.files, on: base },
      'unchanged',
      { unchangedFiles: there.files },
    );
    expect(planChanges([stays], facts({}))).toEqual({ set: [], remove: [] });
    expect(planChanges([stays], facts({ hero: entry(['hero.png']), mug: entry(['mug.png']) }))).toEqual({
      set: [],
      remove: ['hero'],
    });
  });
});
