import { expect, test } from 'vitest';

import { groupFindings, type Finding } from '../../src/references/findings.ts';
import { place } from './references-stage.ts';

function finding(edit: string, line: number, more: Partial<Finding> = {}): Finding {
  return {
    severity: 'error',
    at: place(line),
    rule: 'path',
    subject: 'a.png',
    message: '`a.png` is gone.',
    edit,
    ...more,
  };
}

test('one problem for a place, however many edits a matrix made of it', () => {
  const many = Array.from({ length: 50 }, (_, index) => finding(`hero@${index}`, 4));
  expect(groupFindings(many)).toEqual([
    {
      severity: 'error',
      at: place(4),
      message: '`a.png` is gone. (edits `hero@0`, `hero@1`, `hero@2`, `hero@3`, `hero@4` and 45 more)',
    },
  ]);
});

test('other subjects at the same place are named in it', () => {
  const [problem] = groupFindings([
    finding('a@x', 4),
    finding('a@y', 4, { subject: 'b.png', message: '`b.png` is gone.' }),
    finding('a@z', 4, { subject: 'c.png', message: '`c.png` is gone.' }),
  ]);
  expect(problem?.message).toBe(
    '`a.png` is gone. The same applies to `b.png` and `c.png`. (edits `a@x`, `a@y` and `a@z`)',
  );
});

test('other rules and places are problems of their own, in the order of the file', () => {
  const problems = groupFindings([
    finding('b', 9),
    finding('b', 5, { at: place(5, 20) }),
    finding('a', 5, { rule: 'damaged', message: 'It is damaged.' }),
    finding('a', 5),
    finding('a', 1, { at: { ...place(1), file: 'another.yml' } }),
  ]);
  expect(problems.map(({ at, message }) => `${at?.file}:${at?.line}:${at?.column} ${message}`)).toEqual([
    'another.yml:1:7 `a.png` is gone. (edit `a`)',
    'edits.yml:5:7 It is damaged. (edit `a`)',
    'edits.yml:5:7 `a.png` is gone. (edit `a`)',
    'edits.yml:5:20 `a.png` is gone. (edit `b`)',
    'edits.yml:9:7 `a.png` is gone. (edit `b`)',
  ]);
});

test('nothing found, no problem', () => {
  expect(groupFindings([])).toEqual([]);
});
