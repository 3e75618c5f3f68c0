import { expect, it } from 'vitest';

import { judgeUploadError } from '../../../src/deliver/artifact/judge-upload-error.ts';

it.each([
  [
    'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    'taken',
  ],
  [
    'Failed to CreateArtifact: Unable to make request: ECONNRESET\nIf you are using self-hosted runners',
    'again',
  ],
  [
    'Failed to FinalizeArtifact: Failed to make request after 5 attempts: Failed request: (503) Busy',
    'again',
  ],
  ['Upload progress stalled.', 'again'],
  ['Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden', 'final'],
  ['Artifact storage quota has been hit. Unable to upload any new artifacts.', 'final'],
  ['Failed to CreateArtifact: unexpected 4090 bytes', 'final'],
])('%j: %s', (message, kind) => {
  expect(judgeUploadError(new Error(message)).kind).toBe(kind);
});

it('reads the code of an error as well as its words', () => {
  const error = Object.assign(new Error('write failed'), { code: 'EPIPE' });
  expect(judgeUploadError(error)).toEqual({ kind: 'again', reason: 'write failed' });
});
