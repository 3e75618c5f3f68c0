import { expect, it } from 'vitest';

import { describePlan } from '../../src/plan/describe-plan.ts';
import { planEdits } from '../../src/plan/plan-edits.ts';
import type { InspectedFile } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';

const OPTIONS = { model: 'm', forced: new Set<string>(), spec: [] };

const at = { file: 'edits.yml', line: 1, column: 1 };

function file(path: string): InspectedFile {
  const facts = { sha256: 'ab', gitBlob: 'cd', bytes: 1, width: 1, height: 1, type: 'image/png' } as const;
  return { kind: 'file', path, absolutePath: `/repo/${path}`, at, ...facts };
}

it('says what a run will do, without the secret parts of addresses', () => {
  const signed = { kind: 'url', url: 'https://cdn.example.com/a.jpg?signature=secret#x', at } as const;
  const edits = [
    {
      ...inspectedEdit('hero', { needs: ['cutout'] }),
      images: [{ kind: 'edit', id: 'cutout', at } as const, signed],
    },
    { ...inspectedEdit('cutout'), images: [file('shots/mug.png'), file('shots/cup.png')] },
    inspectedEdit('old', { frozen: true }),
  ];
  const forms = new Map([
    ['shots/mug.png', { kind: 'url', url: 'https://raw.githubusercontent.com/o/r/1/shots/mug.png' } as const],
    ['shots/cup.png', { kind: 'data' } as const],
  ]);
  expect(describePlan(planEdits(edits, OPTIONS), forms, 0)).toEqual([
    '3 edits: 2 to make, 1 left out',
    'cutout  2048x2048 to cutout, from shots/mug.png (by URL), shots/cup.png',
    'hero  2048x2048 to hero, from the output of cutout, https://cdn.example.com/a.jpg',
    'old  left out: frozen in the spec: it is left as it is',
  ]);
});
