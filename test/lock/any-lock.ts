import fc from 'fast-check';

import type { LockEntry, LockFile } from '../../src/lock/types.ts';
import { fileExtension, MEDIA_TYPES } from '../../src/media/formats.ts';
import type { MediaFile, MediaType } from '../../src/media/types.ts';

/** A lock entry with one JPEG at each of the paths (without extension), of no known cost and commit. */
export function lockEntry(paths: readonly string[] = ['hero'], changes: Partial<LockEntry> = {}): LockEntry {
  return {
    fingerprint: 'f'.repeat(64),
    model: 'bytedance/dreamina-4-0/edit',
    input: {
      image_urls: [`sha256:${'1'.repeat(64)}`, 'https://cdn.example.com/a.jpg'],
      prompt: 'A mug.',
      'width×height': '2048x2048(1:1)',
      scale: 0.5,
      force_single: true,
    },
    requestId: 'req-1',
    submittedAt: '2026-11-02T08:00:12.000Z',
    finishedAt: '2026-11-02T08:00:41.000Z',
    files: paths.map((path) => lockedFile(path)),
    actionVersion: '1.0.0',
    ...changes,
  };
}

function lockedFile(path: string, type: MediaType = 'image/jpeg'): MediaFile {
  const sha256 = 'a'.repeat(64);
  return { path: `${path}.${fileExtension(type)}`, sha256, bytes: 1830412, type, width: 2560, height: 1440 };
}

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const time = fc
  .date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const pixels = fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined });
const type = fc.constantFrom(...MEDIA_TYPES);
const bytes = fc.integer({ min: 1 });
const file = fc.record({ type, sha256: hash, bytes, width: pixels, height: pixels });
const input = fc
  .record({
    image_urls: fc.array(text, { minLength: 1, maxLength: 3 }),
    prompt: text,
    'width×height': text,
    scale: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
    force_single: fc.boolean(),
  })
  .map((each) => ({ ...each }));
const facts = fc.record({
  fingerprint: hash,
  model: text,
  input,
  requestId: text,
  costUsd: fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs), { nil: undefined }),
  submittedAt: time,
  finishedAt: time,
  actionVersion: text,
  specCommit: fc.option(text, { nil: undefined }),
});
// Objects put keys that are numbers first, whatever the order in which they come.
const id = fc.oneof(text, fc.nat(30).map(String)).filter((each) => each !== '__proto__');

/** Lock files of every kind that the action could write. */
export const anyLock: fc.Arbitrary<LockFile> = fc
  .uniqueArray(fc.tuple(id, facts, fc.array(file, { minLength: 1, maxLength: 3 })), {
    selector: ([each]) => each,
    maxLength: 6,
  })
  .map((rows) => ({
    pages: ['README.md', 'gallery-2.md'],
    edits: new Map(
      rows.map(([each, made, files], number) => [
        each,
        withoutUndefined({
          ...made,
          files: files.map((media, index) => place(media, `e${number}/${index}`)),
        }),
      ]),
    ),
  }));

function place(media: Omit<MediaFile, 'path' | 'width' | 'height'>, stem: string): MediaFile {
  return withoutUndefined({ ...media, path: `${stem}.${fileExtension(media.type)}` });
}

function withoutUndefined<T>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
