import type { ShardInput } from '../../inputs/parse-shard.ts';
import type { Share } from '../../jobs/budget/share-limits.ts';
import type { PlanFile } from '../../report/plan/types.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';

/** What one job does of an approved plan. */
export interface TakenShard {
  /** The plan as far as this job may apply it; undefined without one. */
  readonly approved: PlanFile | undefined;
  /** Ids of the edits that the job is about; undefined: all. */
  readonly ids: ReadonlySet<string> | undefined;
  /** What it may send and spend. */
  readonly share: Share;
}

const WHOLE: Share = { maySend: undefined, part: 1, monthSpentUsd: undefined };

/** The part of an approved plan that the input `shard` names; without that input, the whole. Pure. */
export function takeShard(
  approved: PlanFile | undefined,
  shard: ShardInput | undefined,
): Result<TakenShard, readonly Problem[]> {
  if (approved === undefined) return { ok: true, value: { approved, ids: undefined, share: WHOLE } };
  const toSend = approved.edits.flatMap(({ id, action }) => (action === 'submit' ? [id] : []));
  if (shard === undefined || shard.kind === 'merge') {
    const maySend = new Set(shard === undefined ? toSend : []);
    return { ok: true, value: { approved, ids: undefined, share: { ...WHOLE, maySend } } };
  }
  const { shards } = approved;
  if (shards === undefined) return refuse('was not divided. Plan with the input `max-shards`');
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
      share: {
        maySend,
        part: toSend.length === 0 ? 0 : maySend.size / toSend.length,
        monthSpentUsd: approved.month?.spentUsd,
      },
    },
  };
}

function refuse(what: string): Result<never, readonly Problem[]> {
  const message = `Input \`shard\` names a part of the plan, but the plan in \`plan-file\` ${what}.`;
  return { ok: false, error: [{ severity: 'error', message }] };
}
