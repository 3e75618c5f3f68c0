import * as z from 'zod';

import { describeError } from '../shared/describe-error.ts';
import { foldPath } from '../shared/fold-path.ts';
import { toPlainLine } from '../shared/plain-text.ts';
import type { Problem } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import { findLostKey } from './find-lost-key.ts';
import { createLocator, placeAt, type Place } from './locate-in-json.ts';
import { LOCK_VERSION, lockSchema, type WireLock } from './lock-schema.ts';
import type { LockEntry, LockFile } from './types.ts';

const ADVICE =
  "Only the action writes this file: restore it from the branch's history. It was left as it is.";

/** More would only repeat one mistake. */
const MAX_PROBLEMS = 10;

/**
 * Reads a lock file. `file` names it in problems, e.g. `assets:edits.lock.json`. A file that was written by a newer
 * version, by hand or by half is never taken for an empty one: each problem says what is wrong, where, and what to do.
 */
export function parseLock(text: string, file: string): Result<LockFile, readonly Problem[]> {
  const locate = createLocator(text);
  const problemAt = (place: Place, message: string): Problem => ({
    severity: 'error',
    message: toPlainLine(message),
    at: { file, ...place },
  });
  const problem = (message: string, path: readonly PropertyKey[] = []): Problem =>
    problemAt(locate(path), message);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const mark = /^(?:<{7}|>{7}) /m.exec(text)?.index;
    const why = mark === undefined ? describeError(error) : 'it holds the marks of an unfinished merge';
    const place = mark === undefined ? locate([]) : placeAt(text, mark);
    return { ok: false, error: [problemAt(place, `The lock file is no JSON: ${why}. ${ADVICE}`)] };
  }
  const version = z.looseObject({ version: z.number() }).safeParse(json).data?.version;
  if (version !== undefined && version > LOCK_VERSION) {
    const message = `The lock file was written by a newer version of this action (its form is ${version}, this one knows ${LOCK_VERSION}). Update the action. The file was left as it is.`;
    return { ok: false, error: [problem(message, ['version'])] };
  }
  const lost = findLostKey(text);
  if (lost !== undefined) {
    const message = `The lock file has a fault: the key ${JSON.stringify(lost.key)} ${lost.fault}. ${ADVICE}`;
    return { ok: false, error: [problemAt(placeAt(text, lost.offset), message)] };
  }
  const parsed = lockSchema.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, MAX_PROBLEMS);
    return {
      ok: false,
      error: issues.map(({ path, message }) =>
        problem(`The lock file has a fault in ${describePath(path)}: ${message}. ${ADVICE}`, path),
      ),
    };
  }
  const twice = findTwice(parsed.data);
  if (twice !== undefined) {
    const message = `The lock file names ${JSON.stringify(twice.path)} twice, for ${twice.ids.join(' and ')}. ${ADVICE}`;
    return { ok: false, error: [problem(message, ['edits', twice.ids[1]])] };
  }
  return { ok: true, value: readLock(parsed.data) };
}

function describePath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'its form' : path.map(String).join(' > ');
}

/** A file that two entries claim, by names that Windows or macOS would take for one. */
function findTwice({ edits }: WireLock): { path: string; ids: readonly [string, string] } | undefined {
  const owners = new Map<string, string>();
  for (const [id, { files }] of Object.entries(edits)) {
    for (const { path } of files) {
      const owner = owners.get(foldPath(path));
      if (owner !== undefined) return { path, ids: [owner, id] };
      owners.set(foldPath(path), id);
    }
  }
  return undefined;
}

function readLock({ edits, pages }: WireLock): LockFile {
  return { pages, edits: new Map(Object.entries(edits).map(([id, wire]) => [id, readEntry(wire)])) };
}

function readEntry(wire: WireLock['edits'][string]): LockEntry {
  return {
    fingerprint: wire.fingerprint,
    model: wire.model,
    input: wire.input,
    requestId: wire.request_id,
    ...(wire.cost_usd !== null && { costUsd: wire.cost_usd }),
    submittedAt: wire.submitted_at,
    finishedAt: wire.finished_at,
    actionVersion: wire.action_version,
    ...(wire.spec_commit !== null && { specCommit: wire.spec_commit }),
    files: wire.files.map(({ path, sha256, bytes, type, width, height }) => ({
      path,
      sha256,
      bytes,
      type,
      ...(width !== null && { width }),
      ...(height !== null && { height }),
    })),
  };
}
