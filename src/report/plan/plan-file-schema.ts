import * as z from 'zod';

import { isModelId } from '../../models/model-id.ts';
import { ACTION_KINDS } from '../../plan/action-kinds.ts';
import { COMMIT_NAME } from '../../shared/commit-name.ts';
import { PLAN_FILE_VERSION, type PlanFile } from './types.ts';

/** As many as a spec may have. */
const MOST_EDITS = 10_000;

/** What a person or a model wrote, and what is said of it: any length, as the file has one. Pages show a part of it. */
const text = z.string();
/** Shown as it is. */
const line = text.max(10_000);
const name = line.min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
const commit = z.string().regex(COMMIT_NAME, 'must be the full name of a commit');
/** It becomes a link. */
const address = z.url({ protocol: /^https?$/ }).max(10_000);
const number = z.int().positive();

/** It is shown as it is. */
const model = z.string().refine(isModelId, { error: 'must be the id of a model' });

const at = z.strictObject({ file: name, line: number, column: number });
/** It becomes a part of a link: a segment of dots would lead out of the repository. */
const path = name.refine((text) => text.split('/').every((segment) => !/^\.{0,2}$/.test(segment)), {
  error: 'must be a path inside the repository',
});
const pinned = z.strictObject({ path, commit });
const reference = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), path: name }),
  z.strictObject({ kind: z.literal('url'), url: text }),
  z.strictObject({ kind: z.literal('output'), edit: name }),
  z.strictObject({ kind: z.literal('unnamed'), hash: name }),
]);
const words = z.array(z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text }));

const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('forced') }),
  z.strictObject({ kind: z.literal('missing-files'), paths: z.array(name) }),
  z.strictObject({ kind: z.literal('again'), what: text }),
  z.strictObject({ kind: z.literal('prompt'), words }),
  z.strictObject({ kind: z.literal('reference-added'), reference, after: z.exactOptional(pinned) }),
  z.strictObject({ kind: z.literal('reference-removed'), reference, before: z.exactOptional(pinned) }),
  z.strictObject({
    kind: z.literal('reference-replaced'),
    reference,
    before: z.exactOptional(pinned),
    after: z.exactOptional(pinned),
  }),
  z.strictObject({ kind: z.literal('reference-order') }),
  z.strictObject({ kind: z.literal('kept-take'), edit: name, before: number, after: number }),
  z.strictObject({ kind: z.literal('input'), edit: name, isPlanned: z.boolean() }),
  z.strictObject({
    kind: z.literal('setting'),
    name: line,
    before: z.exactOptional(text),
    after: z.exactOptional(text),
  }),
]);

const status = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('changed') }),
  z.strictObject({ kind: z.literal('unchanged'), newerCommit: z.exactOptional(line) }),
  z.strictObject({
    kind: z.literal('pending'),
    why: z.enum(['collect', 'other-run', 'hold']),
    what: text,
    runUrl: line,
    requestId: z.exactOptional(name),
  }),
  z.strictObject({ kind: z.literal('blocked'), by: name }),
  z.strictObject({ kind: z.literal('frozen'), hasPictures: z.boolean() }),
  z.strictObject({
    kind: z.literal('moved'),
    from: name,
    isCopied: z.boolean(),
    files: z.array(z.strictObject({ from: name, to: name })),
  }),
  z.strictObject({
    kind: z.literal('adopted'),
    from: name,
    branch: name,
    commit,
    files: z.array(z.strictObject({ from: name, to: name })),
  }),
  z.strictObject({ kind: z.literal('aside'), from: name }),
  z.strictObject({ kind: z.literal('shared'), with: name }),
  z.strictObject({ kind: z.literal('skipped'), reason: text }),
]);

const edit = z.strictObject({
  id: name,
  description: z.exactOptional(text),
  at,
  prompt: text,
  output: name,
  model,
  size: z.exactOptional(line),
  options: z.exactOptional(z.record(name, text)),
  references: z.array(reference),
  fingerprint: hash,
  action: z.enum(ACTION_KINDS),
  status,
  changes: z.array(change),
  isForKeep: z.exactOptional(z.literal(true)),
  current: z.exactOptional(pinned),
});

const orphaned = z.strictObject({
  id: name,
  spec: z.exactOptional(name),
  files: z.array(name),
  isRemoved: z.boolean(),
});

const estimate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown'), edits: number }),
  z.strictObject({
    kind: z.literal('known'),
    edits: number,
    usd: z.number().nonnegative(),
    isLeast: z.boolean(),
    parts: z.array(
      z.strictObject({
        model,
        edits: number,
        eachUsd: z.number().nonnegative(),
        isLeast: z.boolean(),
        basis: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('price') }),
          z.strictObject({ kind: z.literal('recorded'), earlierEdits: number }),
        ]),
      }),
    ),
  }),
]);

const count = z.int().nonnegative();
const month = z.strictObject({
  name: z.string().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11'),
  limitUsd: z.number().nonnegative(),
  spentUsd: z.number().nonnegative(),
  edits: count,
  unpriced: count,
});

const problem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  message: text,
  at: z.exactOptional(at),
});

/** A plan file as it is written; strict, so that nothing is applied that this version does not understand. */
export const planFileSchema = z.strictObject({
  version: z.literal(PLAN_FILE_VERSION),
  digest: hash,
  createdAt: z.iso.datetime(),
  actionVersion: name,
  repositoryUrl: address,
  spec: z.strictObject({ path, commit: z.exactOptional(commit) }),
  destination: name,
  branchCommit: z.exactOptional(commit),
  estimate,
  keepEstimate: z.exactOptional(estimate),
  renditions: z.exactOptional(
    z.strictObject({
      files: count,
      isLeast: z.boolean(),
      avif: z.exactOptional(z.strictObject({ files: count, ms: count })),
    }),
  ),
  growth: z.exactOptional(z.strictObject({ branchBytes: count, addedBytes: z.exactOptional(count) })),
  month: z.exactOptional(month),
  shards: z.exactOptional(
    z.strictObject({
      shared: z.array(name).max(MOST_EDITS),
      rest: z.array(z.array(name).max(MOST_EDITS)).max(256),
    }),
  ),
  edits: z.array(edit).max(MOST_EDITS),
  orphaned: z.array(orphaned),
  problems: z.array(problem),
}) satisfies z.ZodType<PlanFile>;

type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

/** What can be read again: with it, the compiler finds what a plan may have and the schema lacks. */
export type ReadablePlan = Fixed<z.infer<typeof planFileSchema>>;
