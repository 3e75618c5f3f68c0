import * as z from 'zod';

import { fileExtension, MEDIA_TYPES } from '../media/formats.ts';
import { faultOfFileName } from '../shared/file-name.ts';

/** The form of the lock file that this version reads and writes. */
export const LOCK_VERSION = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in 64 hex digits');
const text = z.string().min(1);

/** A path that is safe to write on every system and leads to nowhere but below the branch directory. */
const path = z
  .string()
  .refine(isSafePath, 'must be a relative path with forward slashes, fit for every system');

function isSafePath(value: string): boolean {
  // An output's name has room for a number and an extension behind it, so it is judged without them.
  const names = value.replace(/([^/])(?:-\d+)?\.\w+$/, '$1').split('/');
  return names.every((name) => !name.includes('\\') && faultOfFileName(name) === undefined);
}

const pixels = z.int().positive().nullable();

const file = z
  .strictObject({
    path,
    sha256: hash,
    bytes: z.int().positive(),
    width: pixels,
    height: pixels,
    type: z.enum(MEDIA_TYPES),
  })
  // What an entry names may be moved or removed: that is never the lock file, a page, or anything but a picture.
  .refine((value) => value.path.endsWith(`.${fileExtension(value.type)}`), {
    path: ['path'],
    message: 'must have the extension of its type',
  });

const entry = z.strictObject({
  fingerprint: hash,
  model: text,
  input: z.strictObject({
    image_urls: z.array(text).min(1),
    prompt: text,
    'width×height': text,
    scale: z.number(),
    force_single: z.boolean(),
  }),
  request_id: text,
  cost_usd: z.number().nonnegative().nullable(),
  submitted_at: z.iso.datetime(),
  finished_at: z.iso.datetime(),
  action_version: text,
  spec_commit: text.nullable(),
  files: z.array(file).min(1),
});

/** The lock file as it is written; strict, so that what another version added is not lost without a word. */
export const lockSchema = z.strictObject({
  version: z.literal(LOCK_VERSION),
  pages: z.array(path.endsWith('.md', 'must be a page, README.md or the like')),
  edits: z.record(z.string().min(1), entry),
});

/** A lock file's content by its own keys. */
export type WireLock = z.infer<typeof lockSchema>;
