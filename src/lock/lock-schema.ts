import * as z from 'zod';

import { fileExtension, MEDIA_TYPES } from '../media/formats.ts';
import { COMMIT_NAME } from '../shared/commit-name.ts';
import { faultOfFileName } from '../shared/file-name.ts';
import { lazily } from '../shared/lazily.ts';
import { MOST_PAST, MOST_SPENT_USD, MOST_USD, type Json } from './types.ts';

/** The form of the lock file that this version reads and writes. */
export const LOCK_VERSION = 1;

/** The lock file as it is written; strict, so that what another version added is not lost without a word. */
export const lockSchema = lazily(() => {
  const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
  const commit = z.string().regex(COMMIT_NAME, 'must be the full name of a commit');
  const text = z.string().min(1);
  const count = z.int().nonnegative();
  const usd = z.number().nonnegative().max(MOST_USD);
  const sum = z.number().nonnegative().max(MOST_SPENT_USD);

  // A path that is safe to write on every system and leads to nowhere but below the branch directory.
  const path = z
    .string()
    .refine(isSafePath, 'must be a relative path with forward slashes, fit for every system');

  const pixels = z.int().positive().nullable();

  const file = z
    .strictObject({
      path,
      sha256: hash,
      bytes: z.int().positive(),
      width: pixels,
      height: pixels,
      type: z.enum(MEDIA_TYPES),
      carries: z
        .strictObject({ mark: text.optional(), label: text.optional(), c2pa: text.optional() })
        .optional(),
    })
    // What an entry names may be moved or removed: that is never the lock file, a page, or anything but a picture.
    .refine((value) => value.path.endsWith(`.${fileExtension(value.type)}`), {
      path: ['path'],
      message: 'must have the extension of its type',
    });

  // The model's own keys, whatever they are. What was read from JSON is JSON: checking that takes longer than all else.
  const input = z.record(z.string(), z.custom<Json>());

  const reference = z.strictObject({
    content: text,
    path: text.optional(),
    commit: commit.optional(),
    edit: text.optional(),
  });

  const entry = z.strictObject({
    spec: text.nullable(),
    take: z.int().positive().optional(),
    kept: z.literal(true).optional(),
    stored: z.enum(['aside', 'discarded']).optional(),
    held_by: commit.optional(),
    fingerprint: hash,
    model: text,
    model_schema: hash.optional(),
    input,
    references: z.array(reference).optional(),
    alt: text.optional(),
    request_id: text,
    cost_usd: usd.nullable(),
    submitted_at: z.iso.datetime(),
    finished_at: z.iso.datetime(),
    queued_ms: count.nullable(),
    running_ms: count.nullable(),
    action_version: text,
    spec_commit: text.nullable(),
    files: z.array(file).min(1),
    history: z
      .array(z.strictObject({ fingerprint: hash, commit }))
      .max(MOST_PAST)
      .optional(),
  });

  const month = z.string().regex(/^\d{4}-\d\d$/, 'must be a month such as 2026-11');
  const spending = z.strictObject({
    cost_usd: sum,
    edits: count,
    unpriced: count,
    requests: z.record(text, usd.nullable()).optional(),
  });
  const rendition = z.strictObject({
    set: text,
    settings: input,
    color: text.optional(),
    placeholder: text.optional(),
    files: z.array(file).min(1),
    stale: z.array(path).min(1).optional(),
  });

  return z.strictObject({
    version: z.literal(LOCK_VERSION),
    pages: z.array(
      path.regex(/(?:\.md|(?:^|\/)pictures\.json|^index\.html)$/, 'must be a page, README.md or the like'),
    ),
    gallery: z.array(text).min(1).optional(),
    preview: z.strictObject({ pull_request: z.int().positive(), commit: commit.optional() }).optional(),
    spending: z.record(month, spending).optional(),
    models: z.record(text, z.strictObject({ digest: hash, schema: input })).optional(),
    edits: z.record(z.string().min(1), entry),
    renditions: z.record(hash, z.record(hash, rendition)).optional(),
  });
});

function isSafePath(value: string): boolean {
  // An output's name has room for a number and an extension behind it, so it is judged without them.
  const names = value.replace(/([^/])(?:-\d+)?\.\w+$/, '$1').split('/');
  return names.every((name) => !name.includes('\\') && faultOfFileName(name) === undefined);
}

/** A lock file's content by its own keys. */
export type WireLock = z.infer<ReturnType<typeof lockSchema>>;
