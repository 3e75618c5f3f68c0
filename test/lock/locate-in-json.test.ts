import { expect, it } from 'vitest';

import { createLocator } from '../../src/lock/locate-in-json.ts';

const TEXT = '{\n  "edits": {\n    "1": { "files": ["a",\n      "b"] }\n  }\n}\n';

it.each([
  [[], '1:1'],
  [['edits'], '2:12'],
  [['edits', '1', 'files', 1], '4:7'],
  [['edits', '1', 'gone', 'deeper'], '3:10'],
  [['edits', '1', 'files', 0, 'deeper'], '3:22'],
  [['gone'], '1:1'],
])('finds %j at %s', (path, place) => {
  const { line, column } = createLocator(TEXT)(path);
  expect(`${line}:${column}`).toBe(place);
});

it.each([
  ['{ "a": 1,\n  "b" }}', 2],
  ['', 1],
  [`["${'x'.repeat(2_000_000)}"\n,]`, 1],
])('finds where JSON is broken, or at least the file', (text, line) => {
  expect(createLocator(text)([]).line).toBe(line);
});
