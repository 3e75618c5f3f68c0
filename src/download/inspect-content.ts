import { createHash } from 'node:crypto';

import { createFileCheck, type FileCheck } from '../media/check-file.ts';
import { isCheckedType } from '../media/detect-type.ts';
import { FORMATS } from '../media/formats.ts';
import { identifyContent, IDENTITY_BYTES, type Identity } from '../media/identify-content.ts';
import type { Dimensions, MediaType } from '../media/types.ts';
import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';

/** What a body turned out to be. */
export interface Content {
  readonly type: MediaType;
  /** Absent for videos, and for pictures whose header is not read. */
  readonly dimensions?: Dimensions;
  /** Why this is not certainly a whole picture or video. */
  readonly oddity?: Clause;
}

/** A body that is never an output, however often it comes. `bytes` identifies its beginning. */
export interface Unusable {
  readonly reason: Clause;
  readonly bytes?: string;
}

/** Watches a body go by; each chunk is looked at once and dropped, except for the beginning. */
export interface ContentInspector {
  /** As soon as it is clear that no output comes. */
  push(chunk: Buffer): Unusable | undefined;
  /** At the end of the body. */
  finish(): Result<Content, Unusable>;
}

/** Finds type and dimensions by content while the body streams by, and whether all of it came. */
export function createContentInspector(): ContentInspector {
  let head: Buffer[] = [];
  let headBytes = 0;
  let identity: Identity | undefined;
  let check: FileCheck | undefined;

  function look(): Unusable | undefined {
    const beginning = Buffer.concat(head);
    head = [];
    identity = identifyContent(beginning);
    if (identity.kind === 'empty') return { reason: 'the body is empty' };
    if (identity.kind === 'text' || identity.kind === 'program') {
      const bytes = createHash('sha256').update(beginning.subarray(0, IDENTITY_BYTES)).digest('hex');
      return { reason: `it sent ${identity.described}, not a picture`, bytes };
    }
    if (identity.kind === 'media' && isCheckedType(identity.type)) check = createFileCheck(identity.type);
    check?.push(beginning);
    return undefined;
  }

  return {
    push(chunk) {
      if (identity !== undefined) {
        check?.push(chunk);
        return undefined;
      }
      // A copy: the chunk may be a small part of a large buffer, which would stay in memory with it.
      head.push(Buffer.from(chunk));
      headBytes += chunk.length;
      return headBytes >= IDENTITY_BYTES ? look() : undefined;
    },
    finish() {
      const unusable = identity === undefined ? look() : undefined;
      if (unusable !== undefined) return { ok: false, error: unusable };
      if (identity?.kind !== 'media')
        return { ok: true, value: { type: 'application/octet-stream', oddity: describeUnknown(identity) } };
      const { type } = identity;
      if (check === undefined) {
        const oddity = `${FORMATS[type].described} came, and whether it is complete cannot be checked`;
        return { ok: true, value: { type, oddity } };
      }
      const { fault, dimensions } = check.finish();
      return {
        ok: true,
        value: { type, ...(dimensions && { dimensions }), ...(fault !== undefined && { oddity: fault }) },
      };
    },
  };
}

function describeUnknown(identity: Identity | undefined): Clause {
  return identity?.described === 'of an unknown kind'
    ? 'what came is not a picture or video of a known type'
    : `${identity?.described ?? 'something'} came, not a picture or video`;
}
