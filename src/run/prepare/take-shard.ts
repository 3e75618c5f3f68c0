import type { ShardInput } from '../../inputs/parse-shard.ts';
import type { Share } from '../../jobs/budget/share-limits.ts';
import type { Recorded } from '../../lock/types.ts';
import type { PlannedParts } from '../../plan/shards/made-by-parts.ts';
import type { Shards } from '../../plan/shards/split-shards.ts';
import type { PlanFile } from '../../report/plan/types.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { shareOfCost } from './share-of-cost.ts';

/** What one job does of an approved plan. */
export interface TakenShard {
  /** The plan as far as this job may apply it; undefined without one. */
  readonly approved: PlanFile | undefined;
  /** Ids of the edits that the job is about; undefined: all. */
  readonly ids: ReadonlySet<string> | undefined;
  /** What it may send and spend. */
  readonly share: Share;
  /** What other jobs were to do; only the last job reports on them. */
  readonly parts: PlannedParts | undefined;
}

const WHOLE: Share = { maySend: undefined, partOf: new Map(), part: 1, monthSpentUsd: undefined };

/** The part of an approved plan that the input `shard` names; without that input, the whole. Pure. */
export function takeShard(
  approved: PlanFile | undefined,
  shard: ShardInput | undefined,
): Result<TakenShard, readonly Problem[]> {
  if (approved === undefined)
    return { ok: true, value: { approved, ids: undefined, share: WHOLE, parts: undefined } };
  const toSend = approved.edits.flatMap(({ id, action }) => (action === 'submit' ? [id] : []));
  if (shard === undefined) {
    const share = { ...WHOLE, maySend: new Set(toSend) };
    return { ok: true, value: { approved, ids: undefined, share, parts: undefined } };
  }
  const { shards } = approved;
  if (shards === undefined) return refuse('was not divided. Plan with the input `max-shards`');
  const partOf = nameParts(shards, toSend);
  if (shard.kind === 'merge') {
    const share = { ...WHOLE, maySend: new Set<string>(), partOf };
    return { ok: true, value: { approved, ids: undefined, share, parts: listParts(approved) } };
  }
  const { rest, shared } = shards;
  if (shard.of !== rest.length)
    return refuse(
      `has ${rest.length} shards, and not ${shard.of}. Take the shards from its output \`shards\``,
    );
  const ids = new Set(shard.index === 0 ? shared : rest[shard.index - 1]);
  const maySend = new Set(toSend.filter((id) => ids.has(id)));
  return {
    ok: true,
    value: {
      // What other jobs send is none of this one's business.
      approved: {
        ...approved,
        edits: approved.edits.filter(({ id, action }) => action !== 'submit' || ids.has(id)),
      },
      ids,
      parts: undefined,
      share: {
        maySend,
        partOf,
        part: shareOfCost(approved, maySend),
        monthSpentUsd: approved.month?.spentUsd,
      },
    },
  };
}

/**
 * The ids that are still to be made again although nothing changed, by the whole plan; pure. A part that is run again has made some
 * of them already, and must not pay for them a second time. Without a part, a plan that was applied is used up.
 */
export function listStillForced(
  forced: ReadonlySet<string>,
  { approved }: Pick<TakenShard, 'approved'>,
  shard: ShardInput | undefined,
  recorded: Recorded | undefined,
): ReadonlySet<string> {
  if (approved === undefined || shard === undefined || recorded === undefined) return forced;
  const plannedAtMs = Date.parse(approved.createdAt);
  const prints = new Map(approved.edits.map(({ id, fingerprint }) => [id, fingerprint]));
  return new Set(
    [...forced].filter((id) => {
      const entry = recorded.lock.edits.get(id);
      const isMade =
        entry?.fingerprint === prints.get(id) && Date.parse(entry?.submittedAt ?? '') > plannedAtMs;
      return !isMade;
    }),
  );
}

/** The input `shard` of the job that sends each of these edits. */
function nameParts({ shared, rest }: Shards, toSend: readonly string[]): ReadonlyMap<string, string> {
  const sent = new Set(toSend);
  return new Map(
    [shared, ...rest].flatMap((ids, index) =>
      ids.filter((id) => sent.has(id)).map((id) => [id, `${index}/${rest.length}`] as const),
    ),
  );
}

function listParts({ edits, createdAt }: PlanFile): PlannedParts {
  const forced = edits.filter(({ changes }) => changes.some(({ kind }) => kind === 'forced'));
  return {
    actions: new Map(edits.map(({ id, action }) => [id, action])),
    forced: new Set(forced.map(({ id }) => id)),
    plannedAtMs: Date.parse(createdAt),
  };
}

function refuse(what: string): Result<never, readonly Problem[]> {
  const message = `Input \`shard\` names a part of the plan, but the plan in \`plan-file\` ${what}.`;
  return { ok: false, error: [{ severity: 'error', message }] };
}
