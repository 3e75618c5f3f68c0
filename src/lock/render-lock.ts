import type { MediaFile } from '../media/types.ts';
import { LOCK_VERSION } from './lock-schema.ts';
import type { LockEntry, LockFile } from './types.ts';

/**
 * The lock file's text: the same bytes for the same lock, entries sorted by id, one value a line, so that a change to
 * one edit is a change to its lines alone.
 */
export function renderLock({ edits, pages }: LockFile): string {
  // By code unit and not by a language's rules: the same order on every machine.
  const ids = [...edits.keys()].toSorted();
  const entries = ids.map((id) => {
    const entry = edits.get(id);
    if (entry === undefined) throw new Error(`${id} has no entry`);
    return `    ${JSON.stringify(id)}: ${indent(JSON.stringify(describeEntry(entry), null, 2))}`;
  });
  // Put together by hand, as JavaScript moves keys such as `2024` to the front of an object.
  const listed = entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`;
  const sortedPages = indentOnce(JSON.stringify(pages.toSorted(), null, 2));
  return `{\n  "version": ${LOCK_VERSION},\n  "pages": ${sortedPages},\n  "edits": ${listed}\n}\n`;
}

function describeEntry(entry: LockEntry): Record<string, unknown> {
  const { image_urls, prompt, scale, force_single } = entry.input;
  return {
    fingerprint: entry.fingerprint,
    model: entry.model,
    input: { image_urls, prompt, 'width×height': entry.input['width×height'], scale, force_single },
    request_id: entry.requestId,
    cost_usd: entry.costUsd ?? null,
    submitted_at: entry.submittedAt,
    finished_at: entry.finishedAt,
    action_version: entry.actionVersion,
    spec_commit: entry.specCommit ?? null,
    files: entry.files.map(describeFile),
  };
}

function describeFile({ path, sha256, bytes, type, width, height }: MediaFile): Record<string, unknown> {
  return { path, sha256, bytes, width: width ?? null, height: height ?? null, type };
}

function indentOnce(json: string): string {
  return json.replaceAll('\n', '\n  ');
}

function indent(json: string): string {
  return json.replaceAll('\n', '\n    ');
}
