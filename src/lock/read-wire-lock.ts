import { mapValues } from '../shared/map-values.ts';
import type { WireLock } from './lock-schema.ts';
import { sumUp } from './spending.ts';
import type { LockedFile, LockEntry, LockFile, MonthSpending } from './types.ts';

type WireEntry = WireLock['edits'][string];
type WireMonth = NonNullable<WireLock['spending']>[string];
type WireFile = WireEntry['files'][number];

/** A lock file's content by our own names; pure. */
export function readWireLock({
  edits,
  pages,
  gallery,
  preview,
  spending,
  models,
  renditions,
}: WireLock): LockFile {
  return {
    pages,
    edits: new Map(Object.entries(edits).map(([id, wire]) => [id, readEntry(wire)])),
    ...(gallery !== undefined && { gallery }),
    ...(preview !== undefined && {
      preview: dropAbsent({ pullRequest: preview.pull_request, commit: preview.commit }),
    }),
    ...(spending !== undefined && {
      spending: mapValues(spending, readMonth),
    }),
    ...(models !== undefined && { models }),
    ...(renditions !== undefined && {
      renditions: mapValues(renditions, (bySettings) =>
        mapValues(bySettings, ({ files, ...facts }) => ({
          ...dropAbsent(facts),
          files: files.map(readFile),
        })),
      ),
    }),
  };
}

/** The sums beside the requests are for people. */
function readMonth({ cost_usd: costUsd, edits, unpriced, requests }: WireMonth): MonthSpending {
  if (requests === undefined) return { costUsd, edits, unpriced };
  return sumUp(new Map(Object.entries(requests).map(([id, usd]) => [id, usd ?? undefined])));
}

function readEntry(wire: WireEntry): LockEntry {
  return dropAbsent({
    spec: wire.spec,
    take: wire.take,
    isKept: wire.kept,
    stored: wire.stored,
    heldBy: wire.held_by,
    fingerprint: wire.fingerprint,
    model: wire.model,
    modelSchema: wire.model_schema,
    input: wire.input,
    references: wire.references?.map(dropAbsent),
    alt: wire.alt,
    requestId: wire.request_id,
    costUsd: wire.cost_usd,
    submittedAt: wire.submitted_at,
    finishedAt: wire.finished_at,
    queuedMs: wire.queued_ms,
    runningMs: wire.running_ms,
    actionVersion: wire.action_version,
    specCommit: wire.spec_commit,
    files: wire.files.map(readFile),
    history: wire.history,
  });
}

function readFile({ carries, ...facts }: WireFile): LockedFile {
  return { ...dropAbsent(facts), ...(carries !== undefined && { carries: dropAbsent(carries) }) };
}

type Present<T> = {
  [K in keyof T as null extends T[K] ? never : undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as null extends T[K] ? K : undefined extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** Without the keys that have no value. */
function dropAbsent<T extends object>(value: T): Present<T> {
  const present: Partial<Record<string, unknown>> = {};
  for (const [key, each] of Object.entries(value)) {
    if (each !== null && each !== undefined) present[key] = each;
  }
  return present as Present<T>;
}
