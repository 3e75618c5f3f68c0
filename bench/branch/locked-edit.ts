import { createHash } from 'node:crypto';

import type { LockEntry } from '../../src/lock/types.ts';
import { PICTURE_BYTES, pictureName } from './pictures.ts';

/** A finished edit with one picture, as the lock file records it. */
export function lockedEdit(number: number): { readonly id: string; readonly entry: LockEntry } {
  const id = `edit-${String(number).padStart(6, '0')}`;
  const hex = createHash('sha256').update(id).digest('hex');
  const entry: LockEntry = {
    fingerprint: hex,
    model: 'bytedance/dreamina-4-0/edit',
    input: {
      image_urls: [`sha256:${hex}`],
      prompt: `Put the mug on the beach at sunset, number ${number}; keep the logo sharp and the handle to the right.`,
      'width×height': '2048x2048(1:1)',
      scale: 0.5,
      force_single: true,
    },
    requestId: `request-${number}`,
    costUsd: 0.03,
    submittedAt: '2026-11-02T10:00:00.000Z',
    finishedAt: '2026-11-02T10:00:20.000Z',
    files: [
      {
        path: pictureName(number),
        sha256: hex,
        bytes: PICTURE_BYTES,
        type: 'image/jpeg',
        width: 2048,
        height: 2048,
      },
    ],
    actionVersion: '1.0.0',
    specCommit: '0123456789abcdef0123456789abcdef01234567',
  };
  return { id, entry };
}
