import fc from 'fast-check';

import { sumUp } from '../../src/lock/spending.ts';
import type { Json, LockEntry, LockFile } from '../../src/lock/types.ts';
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
const pixels = maybe(fc.integer({ min: 1, max: 10_000 }));
const commit = fc.stringMatching(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const usd = fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs);
const type = fc.constantFrom(...MEDIA_TYPES);
const bytes = fc.integer({ min: 1 });
const carries = maybe(
  fc.record({ mark: text, label: text, c2pa: text }, { requiredKeys: [], noNullPrototype: true }),
);
const file = fc.record({ type, sha256: hash, bytes, width: pixels, height: pixels, carries });
/** A model's own keys. No negative zero, which JSON does not know, and no `__proto__`, which no one can use. */
const json = fc.jsonValue({ maxDepth: 2 }).map((each) => JSON.parse(JSON.stringify(each)) as Json);
const input = fc.dictionary(
  text.filter((each) => each !== '__proto__'),
  json.filter((each) => !JSON.stringify(each).includes('__proto__')),
  { maxKeys: 4, noNullPrototype: true },
);
const facts = fc.record({
  fingerprint: hash,
  model: text,
  input,
  requestId: text,
  costUsd: maybe(usd),
  submittedAt: time,
  finishedAt: time,
  actionVersion: text,
  specCommit: maybe(text),
  spec: maybe(text),
  take: maybe(fc.integer({ min: 1, max: 16 })),
  stored: maybe(fc.constantFrom('aside' as const, 'discarded' as const)),
  isKept: maybe(fc.constant(true as const)),
  heldBy: maybe(commit),
  modelSchema: maybe(hash),
  alt: maybe(text),
  queuedMs: maybe(fc.nat()),
  runningMs: maybe(fc.nat()),
  references: maybe(
    fc.array(
      fc.record(
        { content: text, path: text, commit, edit: text },
        { requiredKeys: ['content'], noNullPrototype: true },
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  ),
  history: maybe(
    fc.array(fc.record({ fingerprint: hash, commit }, { noNullPrototype: true }), {
      minLength: 1,
      maxLength: 20,
    }),
  ),
});
// Objects put keys that are numbers first, whatever the order in which they come.
const id = fc.oneof(text, fc.nat(30).map(String)).filter((each) => each !== '__proto__');

const rendition = fc.record({
  set: text,
  settings: input,
  files: fc.array(file, { minLength: 1, maxLength: 2 }),
});
const sections = fc.record(
  {
    preview: fc.record(
      { pullRequest: fc.integer({ min: 1 }), commit },
      { requiredKeys: ['pullRequest'], noNullPrototype: true },
    ),
    spending: fc.dictionary(
      fc.stringMatching(/^\d{4}-\d\d$/),
      fc.oneof(
        fc.record({ costUsd: usd, edits: fc.nat(), unpriced: fc.nat() }, { noNullPrototype: true }),
        fc.array(fc.tuple(id, maybe(usd)), { maxLength: 3 }).map((requests) => sumUp(new Map(requests))),
      ),
      { noNullPrototype: true },
    ),
    renditions: fc.dictionary(hash, fc.dictionary(hash, rendition, { noNullPrototype: true, maxKeys: 2 }), {
      noNullPrototype: true,
      maxKeys: 2,
    }),
  },
  { requiredKeys: [] },
);

/** Lock files of every kind that the action could write. */
export const sampleLocks: fc.Arbitrary<LockFile> = fc
  .tuple(
    fc.uniqueArray(fc.tuple(id, facts, fc.array(file, { minLength: 1, maxLength: 3 })), {
      selector: ([each]) => each,
      maxLength: 6,
    }),
    sections,
  )
  .map(([rows, { renditions, ...others }]) => ({
    ...others,
    ...(renditions !== undefined && {
      renditions: mapValues(renditions, (bySettings) =>
        mapValues(bySettings, ({ files, ...each }) => ({
          ...each,
          files: files.map((media, index) => place(media, `r/${index}`)),
        })),
      ),
    }),
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

/** A value that may be absent. */
function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function place(media: { type: MediaType; sha256: string; bytes: number }, stem: string): MediaFile {
  return withoutUndefined({ ...media, path: `${stem}.${fileExtension(media.type)}` });
}

function withoutUndefined<T>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
