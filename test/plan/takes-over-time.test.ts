import fc from 'fast-check';
import { expect, it } from 'vitest';

import { EMPTY, requestsOf, runWithTakes, type SpecEdit, type TakesBranch } from './takes-on-branch.ts';

/** What someone does to the spec, or asks a run for, between two runs. */
type Step =
  | { readonly do: 'takes'; readonly takes: number }
  | { readonly do: 'keep'; readonly keep: number | undefined }
  | { readonly do: 'prompt'; readonly prompt: string }
  | { readonly do: 'rename'; readonly id: string }
  | { readonly do: 'move'; readonly output: string }
  | { readonly do: 'force'; readonly take: number | 'kept' | 'all' | 'twin' }
  | { readonly do: 'fail'; readonly take: number; readonly prompt: string }
  | { readonly do: 'prune' }
  | { readonly do: 'takes-on-branch' };

const prompt = fc.constantFrom('A', 'B', 'C');
const number = fc.integer({ min: 1, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('takes' as const), takes: number }),
  fc.record({ do: fc.constant('keep' as const), keep: fc.option(number, { nil: undefined }) }),
  fc.record({ do: fc.constant('prompt' as const), prompt }),
  fc.record({ do: fc.constant('rename' as const), id: fc.constantFrom('hero', 'star') }),
  fc.record({ do: fc.constant('move' as const), output: fc.constantFrom('hero', 'site/hero') }),
  fc.record({
    do: fc.constant('force' as const),
    take: fc.oneof(number, fc.constantFrom('kept' as const, 'all' as const, 'twin' as const)),
  }),
  fc.record({ do: fc.constant('fail' as const), take: number, prompt }),
  fc.constant({ do: 'prune' as const }),
  fc.constant({ do: 'takes-on-branch' as const }),
);

interface World {
  readonly branch: TakesBranch;
  readonly edit: SpecEdit;
  readonly takesOnBranch: boolean;
  /** The requests that were paid for, by fingerprint. */
  readonly paid: ReadonlyMap<string, ReadonlySet<string>>;
  /** Another edit, which may ask for the same. */
  readonly twin?: SpecEdit;
  /** What each take of both edits was last seen with: it keeps that until it is made again. */
  readonly seen: ReadonlyMap<string, { readonly fingerprint: string; readonly requestId: string }>;
}

const START: World = {
  branch: EMPTY,
  edit: { id: 'hero', prompt: 'A', takes: 1, output: 'hero' },
  takesOnBranch: false,
  paid: new Map(),
  seen: new Map(),
};
const WITH_TWIN: World = { ...START, twin: { id: 'twin', prompt: 'A', takes: 2, keep: 2, output: 'twin' } };

function change({ edit, takesOnBranch }: World, next: Step): Pick<World, 'edit' | 'takesOnBranch'> {
  switch (next.do) {
    case 'takes': {
      const { keep } = edit;
      const isKept = keep !== undefined && keep <= next.takes && next.takes > 1;
      return { edit: { ...edit, takes: next.takes, keep: isKept ? keep : undefined }, takesOnBranch };
    }
    case 'keep': {
      const isThere = next.keep !== undefined && next.keep <= edit.takes && edit.takes > 1;
      return { edit: { ...edit, keep: isThere ? next.keep : undefined }, takesOnBranch };
    }
    case 'prompt':
    case 'fail':
      return { edit: { ...edit, prompt: next.prompt }, takesOnBranch };
    case 'rename':
      return { edit: { ...edit, id: next.id }, takesOnBranch };
    case 'move':
      return { edit: { ...edit, output: next.output }, takesOnBranch };
    case 'takes-on-branch':
      return { edit, takesOnBranch: !takesOnBranch };
    case 'force':
    case 'prune':
      return { edit, takesOnBranch };
  }
}

/** Both names of the edit that is renamed are one edit. */
function slotOf(id: string): string {
  return id.replace(/#.*$/, '').replace('star', 'hero');
}

function walk(world: World, next: Step, run: string): World {
  const { edit, takesOnBranch } = change(world, next);
  const [first] = requestsOf(edit);
  const requests = requestsOf(edit);
  const kept = requests.find(({ take }) => take?.isKept !== false) ?? first;
  const user = requestsOf({ id: 'user', prompt: 'U', takes: 1 }, kept?.id);
  const twins = world.twin === undefined ? [] : requestsOf(world.twin);
  const spec = [...requests, ...twins, ...user];
  const isForced = (take: number | undefined, id: string): boolean =>
    next.do === 'force' &&
    (next.take === 'all' || (next.take === 'kept' ? id === kept?.id : next.take === (take ?? 1)));
  const forced = [
    ...requests.filter(({ take, id }) => isForced(take?.number, id)),
    ...(next.do === 'force' && next.take === 'twin' ? twins : []),
  ].map(({ id }) => id);
  const failing =
    next.do === 'fail'
      ? requests.filter(({ take }) => (take?.number ?? 1) === next.take).map(({ id }) => id)
      : [];
  const asked = { spec, forced, prune: next.do === 'prune', takesOnBranch };
  const ran = runWithTakes(world.branch, { ...asked, failing, run });
  expect(ran.problems).toEqual([]);
  expect(ran.left).toEqual([]);

  // Nothing is paid twice, unless someone asked for it, or for the edit that is made from it.
  const sent = ran.plan.edits.filter(({ action }) => action.kind === 'submit');
  expect(sent.filter(({ id, fingerprint }) => world.paid.has(fingerprint) && !forced.includes(id))).toEqual(
    [],
  );
  const made = ran.outcomes.filter((outcome) => outcome.state === 'succeeded');
  const paid = new Map(world.paid);
  const requestOf = new Map(made.map(({ edit: { id }, job }) => [id, job.requestId]));
  for (const { edit: planned } of made)
    paid.set(
      planned.fingerprint,
      new Set([...(paid.get(planned.fingerprint) ?? []), requestOf.get(planned.id) ?? '']),
    );
  const seen = new Map(world.seen);

  // What the branch has: the newest picture of the kept take at the output, and other takes only if they were asked for.
  const { lock } = ran.branch.tip.recorded;
  const { tree } = ran.branch.tip;
  for (const { edit: planned, state } of ran.outcomes) {
    const entry = lock.edits.get(planned.id);
    if (state === 'failed' || planned.action.kind === 'skip') continue;
    if (planned.id === 'user' && state !== 'succeeded' && state !== 'unchanged' && state !== 'adopted')
      continue;
    expect(entry?.fingerprint, planned.id).toBe(planned.fingerprint);
    const requestId = entry?.requestId ?? '';
    expect([...(paid.get(planned.fingerprint) ?? [])]).toContain(requestId);
    const slot = `${slotOf(planned.id)}#${planned.take?.number ?? 1}`;
    const before = world.seen.get(slot);
    if (requestOf.has(planned.id)) expect(requestId, planned.id).toBe(requestOf.get(planned.id));
    else if (before?.fingerprint === planned.fingerprint)
      expect(requestId, planned.id).toBe(before.requestId);
    seen.set(slot, { fingerprint: planned.fingerprint, requestId });
    if (planned.take?.isKept !== false) {
      expect(entry?.stored).toBeUndefined();
      expect(tree.get(`${planned.output}.jpg`)?.blob).toBe(entry?.files[0]?.sha256);
    }
  }
  const isEnded = ran.outcomes.every(({ state }) => state !== 'failed');
  const shown = [...tree.keys()].filter((path) => path.startsWith('takes/'));
  if (isEnded && !takesOnBranch && asked.prune) expect(shown).toEqual([]);
  if (isEnded && takesOnBranch) expect(shown.length).toBeGreaterThanOrEqual(edit.takes - 1);

  // No entry names a picture that the branch's history does not have.
  for (const entry of lock.edits.values()) {
    const at = entry.stored === undefined ? ran.branch.tip : ran.branch.commits.get(entry.heldBy ?? '');
    for (const { path, sha256 } of entry.files) expect(at?.tree.get(path)?.blob).toBe(sha256);
  }
  const kept20 = [...lock.edits.values()].flatMap(({ history = [] }) => history);
  for (const { commit, fingerprint } of kept20) {
    const then = [...(ran.branch.commits.get(commit)?.recorded.lock.edits.values() ?? [])];
    expect(
      then.filter((entry) => entry.fingerprint === fingerprint && entry.stored === undefined),
    ).not.toEqual([]);
  }

  // The same again changes nothing, and is planned so.
  if (isEnded) {
    const again = runWithTakes(ran.branch, { ...asked, forced: [], run: `${run}-again` });
    expect(again.plan.edits.filter(({ action }) => action.kind === 'submit')).toEqual([]);
    expect(again.isChange).toBe(false);
  }
  return { ...world, branch: ran.branch, edit, takesOnBranch, paid, seen };
}

it.each([
  ['', START],
  [', with another edit that asks for the same', WITH_TWIN],
])(
  'in whatever order takes are added, kept, forced, renamed and pruned, nothing is paid twice and nothing is lost%s',
  (_, start) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        let world = walk(start, { do: 'prune' }, 'r');
        for (const [index, next] of steps.entries()) world = walk(world, next, `r${index}`);
      }),
      { numRuns: 200 },
    );
  },
);
