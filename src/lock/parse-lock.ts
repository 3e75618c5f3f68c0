import * as z from 'zod';

import { describeError } from '../shared/describe-error.ts';
import { foldPath } from '../shared/fold-path.ts';
import { toPlainLine } from '../shared/plain-text.ts';
import type { Problem } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import { findLostKey } from './find-lost-key.ts';
import { createLocator, positionAt, type TextPosition } from './locate-in-json.ts';
import { LOCK_VERSION, lockSchema, type WireLock } from './lock-schema.ts';
import { readWireLock } from './read-wire-lock.ts';
import type { LockFile } from './types.ts';

const ADVICE =
  "Only the action writes this file: restore it from the branch's history. It was left as it is.";
const UPDATE = 'Update the action. The file was left as it is.';

/** More would only repeat one mistake. */
const MAX_PROBLEMS = 10;

/**
 * Reads a lock file. `file` names it in problems, e.g. `assets:edits.lock.json`. A file that a newer version wrote, or that
 * is damaged or edited by hand, is never taken for an empty one: each problem says what is wrong, where, and what to do.
 */
export function parseLock(text: string, file: string): Result<LockFile, readonly Problem[]> {
  const locate = createLocator(text);
  const problemAt = (position: TextPosition, message: string): Problem => ({
    severity: 'error',
    message: toPlainLine(message),
    at: { file, ...position },
  });
  const problem = (message: string, path: readonly PropertyKey[] = []): Problem =>
    problemAt(locate(path), message);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const conflict = /^(?:<{7}|>{7}) /m.exec(text)?.index;
    const why =
      conflict === undefined
        ? describeError(error)
        : 'it contains the conflict markers of an unfinished merge';
    const position = conflict === undefined ? locate([]) : positionAt(text, conflict);
    return { ok: false, error: [problemAt(position, `The lock file is not JSON: ${why}. ${ADVICE}`)] };
  }
  const version = z.looseObject({ version: z.number() }).safeParse(json).data?.version;
  if (version !== undefined && version > LOCK_VERSION) {
    const message = `The lock file was written by a newer version of this action (its form is ${version}, this one knows ${LOCK_VERSION}). ${UPDATE}`;
    return { ok: false, error: [problem(message, ['version'])] };
  }
  const lost = findLostKey(text, json);
  if (lost !== undefined) {
    const message = `The lock file has a fault: the key ${JSON.stringify(lost.key)} ${lost.fault}. ${ADVICE}`;
    return { ok: false, error: [problemAt(positionAt(text, lost.offset), message)] };
  }
  const parsed = lockSchema().safeParse(json);
  if (!parsed.success) {
    const { issues } = parsed.error;
    // A newer version explains the other faults as well; restoring an older file would lose what it recorded.
    const newer = issues.flatMap((issue) => describeNewer(issue, json));
    if (newer.length > 0)
      return { ok: false, error: newer.slice(0, MAX_PROBLEMS).map(({ what, path }) => problem(what, path)) };
    const faults = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => {
      return problem(`The lock file has a fault in ${describePath(path)}: ${message}. ${ADVICE}`, path);
    });
    return { ok: false, error: faults };
  }
  const twice = findTwice(parsed.data);
  if (twice !== undefined) {
    const message = `The lock file names ${JSON.stringify(twice.path)} twice, for ${twice.ids.join(' and ')}. ${ADVICE}`;
    return { ok: false, error: [problem(message, ['edits', twice.ids[1]])] };
  }
  return { ok: true, value: readWireLock(parsed.data) };
}

type Issue = z.core.$ZodIssue;

/** What only a newer version of the action can have written: keys and media types that this one does not know. */
function describeNewer(
  issue: Issue,
  json: unknown,
): readonly { readonly what: string; readonly path: readonly PropertyKey[] }[] {
  const { path } = issue;
  const found = (what: string, at: readonly PropertyKey[]) => ({
    what: `The lock file has ${what} in ${describePath(path)}, which this version of the action does not know. ${UPDATE}`,
    path: at,
  });
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => found(`the key ${JSON.stringify(key)}`, [...path, key]));
  const value = path.reduce<unknown>((all, key) => (all as Record<PropertyKey, unknown>)[key], json);
  return path.at(-1) === 'type' && typeof value === 'string' && /^(?:image|video)\//.test(value)
    ? [found(`the type ${JSON.stringify(value)}`, path)]
    : [];
}

function describePath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'its form' : path.map(String).join(' > ');
}

/** A file of the branch that two entries claim, by names that Windows or macOS would take for one. */
function findTwice({ edits }: WireLock): { path: string; ids: readonly [string, string] } | undefined {
  const owners = new Map<string, string>();
  for (const [id, { files, stored }] of Object.entries(edits)) {
    for (const { path } of stored === undefined ? files : []) {
      const owner = owners.get(foldPath(path));
      if (owner !== undefined) return { path, ids: [owner, id] };
      owners.set(foldPath(path), id);
    }
  }
  return undefined;
}
