import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseLock } from '../../src/lock/parse-lock.ts';
import { renderLock } from '../../src/lock/render-lock.ts';
import type { LockFile } from '../../src/lock/types.ts';
import { sampleLocks, lockEntry } from './sample-lock.ts';

describe('renderLock', () => {
  it('writes an empty lock file', () => {
    expect(renderLock({ edits: new Map(), pages: [] })).toBe(
      '{\n  "version": 1,\n  "pages": [],\n  "edits": {}\n}\n',
    );
  });

  it('writes every fact by a fixed name, in a fixed order, one a line', () => {
    const files = [{ path: 'hero.mp4', sha256: 'b'.repeat(64), bytes: 7, type: 'video/mp4' as const }];
    const edits = new Map([
      ['hero@b', lockEntry([], { files })],
      ['hero@a', lockEntry(['a'], { costUsd: 0.03, specCommit: 'd2b7' })],
    ]);
    expect(renderLock({ edits, pages: ['gallery-2.md', 'README.md'] })).toMatchSnapshot();
  });

  it('sorts ids by their characters alone, numbers too', () => {
    const edits = new Map(['b', 'ä', '10', 'B', '9', 'a'].map((id) => [id, lockEntry([id])]));
    const ids = [...renderLock({ edits, pages: [] }).matchAll(/^ {4}"(.*)": /gm)].map(([, id]) => id);
    expect(ids).toEqual(['10', '9', 'B', 'a', 'b', 'ä']);
  });

  it('changes only the lines of the edit that changed', () => {
    const lock = (requestId: string): LockFile => ({
      pages: [],
      edits: new Map([
        ['a', lockEntry(['a'])],
        ['b', lockEntry(['b'], { requestId })],
      ]),
    });
    const [before, after] = [renderLock(lock('one')).split('\n'), renderLock(lock('two')).split('\n')];
    expect(after.filter((line, index) => line !== before[index])).toEqual(['      "request_id": "two",']);
  });

  it('is read back as what was written, and written again as the same bytes', () => {
    fc.assert(
      fc.property(sampleLocks, (lock) => {
        const text = renderLock(lock);
        const parsed = parseLock(text, 'lock');
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        expect(parsed.value).toEqual({ ...lock, pages: lock.pages.toSorted() });
        expect(renderLock(parsed.value)).toBe(text);
        // In whatever order the entries came.
        expect(renderLock({ ...lock, edits: new Map([...lock.edits].reverse()) })).toBe(text);
      }),
    );
  });

  it('writes and reads 5,000 entries', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `edit-${index}`);
    const lock = { edits: new Map(ids.map((id) => [id, lockEntry([id])])), pages: ['README.md'] };
    expect(parseLock(renderLock(lock), 'lock')).toEqual({ ok: true, value: lock });
  });
});
