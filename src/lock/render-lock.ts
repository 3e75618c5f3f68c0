import { mapValues } from '../shared/map-values.ts';
import { LOCK_VERSION } from './lock-schema.ts';
import { sortJson, sortKeys } from './sort-json.ts';
import type {
  Json,
  LockedFile,
  LockedModel,
  LockedRendition,
  LockEntry,
  LockFile,
  MonthSpending,
} from './types.ts';

/**
 * The lock file's text: the same bytes for the same lock, entries sorted by id, one value a line, so that a change to
 * one edit changes only its lines.
 */
export function renderLock(lock: LockFile): string {
  const { edits, pages, gallery, preview, spending, models, renditions } = lock;
  // Put together by hand, as JavaScript moves keys such as `2024` to the front of an object.
  const entries = [...edits.keys()].toSorted().map((id) => {
    const entry = edits.get(id);
    if (entry === undefined) throw new Error(`${id} has no entry`);
    return `    ${JSON.stringify(id)}: ${indent(describeEntry(entry), '    ')}`;
  });
  const sections = {
    version: String(LOCK_VERSION),
    pages: indent(pages.toSorted(), '  '),
    ...(gallery !== undefined && { gallery: indent(gallery.toSorted(), '  ') }),
    ...(preview !== undefined && {
      preview: indent({ pull_request: preview.pullRequest, commit: preview.commit }, '  '),
    }),
    ...(spending !== undefined && {
      spending: indent(sortKeys(mapValues(spending, describeMonth)), '  '),
    }),
    ...(models !== undefined && { models: indent(sortKeys(mapValues(models, describeModel)), '  ') }),
    edits: entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`,
    ...(renditions !== undefined && { renditions: indent(describeRenditions(renditions), '  ') }),
  };
  const lines = Object.entries(sections).map(([key, value]) => `  "${key}": ${value}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function describeEntry(entry: LockEntry): object {
  return {
    spec: entry.spec ?? null,
    take: entry.take,
    kept: entry.isKept,
    stored: entry.stored,
    held_by: entry.heldBy,
    fingerprint: entry.fingerprint,
    model: entry.model,
    model_schema: entry.modelSchema,
    input: sortJson(entry.input),
    references: entry.references?.map(({ content, path, commit, edit }) => ({
      content,
      path,
      commit,
      edit,
    })),
    alt: entry.alt,
    request_id: entry.requestId,
    cost_usd: entry.costUsd ?? null,
    submitted_at: entry.submittedAt,
    finished_at: entry.finishedAt,
    queued_ms: entry.queuedMs ?? null,
    running_ms: entry.runningMs ?? null,
    action_version: entry.actionVersion,
    spec_commit: entry.specCommit ?? null,
    files: entry.files.map(describeFile),
    history: entry.history?.map(({ fingerprint, commit }) => ({ fingerprint, commit })),
  };
}

function describeFile({ path, sha256, bytes, type, width, height, carries }: LockedFile): object {
  const { mark, label, c2pa } = carries ?? {};
  return {
    path,
    sha256,
    bytes,
    width: width ?? null,
    height: height ?? null,
    type,
    ...(carries !== undefined && { carries: { mark, label, c2pa } }),
  };
}

function describeMonth({ costUsd, edits, unpriced, requests }: MonthSpending): object {
  return {
    cost_usd: costUsd,
    edits,
    unpriced,
    ...(requests !== undefined && {
      requests: sortKeys(Object.fromEntries([...requests].map(([id, usd]) => [id, usd ?? null]))),
    }),
  };
}

function describeModel({ digest, schema }: LockedModel): object {
  return { digest, schema: sortJson(schema) };
}

function describeRenditions(renditions: NonNullable<LockFile['renditions']>): object {
  const describe = (rendition: LockedRendition): object => ({
    set: rendition.set,
    settings: sortJson(rendition.settings),
    color: rendition.color,
    placeholder: rendition.placeholder,
    files: rendition.files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(describeFile),
    stale: rendition.stale?.toSorted(),
  });
  return sortKeys(mapValues(renditions, (bySettings) => sortKeys(mapValues(bySettings, describe))));
}

/** JSON on several lines, of which all but the first begin with `by`. */
function indent(value: object | Json, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
