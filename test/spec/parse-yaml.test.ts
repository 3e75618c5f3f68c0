import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { formatProblem } from '../../src/shared/problem.ts';
import { parseYaml } from '../../src/spec/parse-yaml.ts';

const { signal } = new AbortController();

async function problemsOf(text: string): Promise<readonly string[]> {
  const parsed = await parseYaml(text, 'e.yml', signal);
  return (parsed.ok ? parsed.value.problems : parsed.error).map(formatProblem);
}

async function valueOf(text: string): Promise<unknown> {
  const parsed = await parseYaml(text, 'e.yml', signal);
  return parsed.ok ? parsed.value.value : parsed.error.map(formatProblem);
}

describe('values', () => {
  test.each<readonly [string, unknown]>([
    ['', null],
    ['# nothing', null],
    ['a: yes\nb: no\nc: on\nd: true', { a: 'yes', b: 'no', c: 'on', d: true }],
    [
      'a: 010\nb: 0o10\nc: 1_000\nd: 1.10\ne: 2024-01-01',
      { a: 10, b: 8, c: '1_000', d: 1.1, e: '2024-01-01' },
    ],
    ['a: |\n  x\n  y\nb: >-\n  x\n  y', { a: 'x\ny\n', b: 'x y' }],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['%YAML 1.2\n---\na: 1\n...\n', { a: 1 }],
    ['2: a\nx:', { 2: 'a', x: null }],
    ['a: &x [1, *y]\nb: *x'.replace('*y', '&y 2'), { a: [1, 2], b: [1, 2] }],
    ['a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    [
      'a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {f: 4, <<: [*x, *y]}',
      { a: { b: 1 }, c: { b: 2, d: 3 }, e: { f: 4, b: 1, d: 3 } },
    ],
    [
      'a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne: {<<: *y}',
      { a: { b: 1 }, c: { b: 1, d: 2 }, e: { b: 1, d: 2 } },
    ],
    ['a: {"<<": 1}', { a: { '<<': 1 } }],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
  ])('%j', async (text, value) => {
    expect(await problemsOf(text)).toEqual([]);
    expect(await valueOf(text)).toEqual(value);
  });

  test('one anchor may be used as often as one likes', async () => {
    const text = `a: &x [1, 2]\nb: [${Array.from({ length: 5000 }, () => '*x').join(', ')}]`;
    const { b } = (await valueOf(text)) as { b: unknown[] };
    expect(b).toHaveLength(5000);
    expect(b[4999]).toBe(b[0]);
  });
});

describe('problems are reported in plain words', () => {
  test.each<readonly [string, readonly string[]]>([
    ['\ta: 1', ['e.yml:1:1: YAML cannot be indented with tabs. Use spaces.']],
    ['a:\n\t- b', ['e.yml:2:1: YAML cannot be indented with tabs. Use spaces.']],
    [
      'a: b: c',
      [
        'e.yml:1:4: This line cannot be read. Put text that contains `: ` in quotes; otherwise check the indentation.',
      ],
    ],
    ['a: @x', ['e.yml:1:4: Text cannot start with this character. Put the text in quotes.']],
    [
      'a: 1\n---\nb: 2',
      ['e.yml:2:1: The file contains more than one YAML document (a line `---`). A spec is one document.'],
    ],
    [
      '%YAML 1.1\n---\na: yes',
      ['e.yml:1:1: The line `%YAML` asks for YAML 1.1, but specs are YAML 1.2. Remove the line.'],
    ],
    ['a: "x', ['e.yml:1:6: A quote or bracket that was opened before this position is never closed.']],
    [
      'a: [1, 2',
      [
        'e.yml:1:9: Not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Check the brackets, quotes and indentation around it.',
      ],
    ],
    ['a: 1\nb: 2\na: 3', ['e.yml:3:1: The key `a` is defined twice. Remove one.']],
    ['a: {"1": x, 1: y}', ['e.yml:1:13: The key `1` is defined twice. Remove one.']],
    ['__proto__: 1', ['e.yml:1:1: This cannot be a key. A key is a plain name.']],
    ['? [a]\n: b', ['e.yml:1:3: This cannot be a key. A key is a plain name.']],
    ['a: *x', ['e.yml:1:4: The alias `*x` has no anchor `&x` above it.']],
    [
      'a: [*x, &x 1]\nb: *y',
      [
        'e.yml:1:5: The alias `*x` has no anchor `&x` above it.',
        'e.yml:2:4: The alias `*y` has no anchor `&y` above it.',
      ],
    ],
    ['a: &x [*x]', ['e.yml:1:8: The alias `*x` refers to itself.']],
    ['a: &x\n  <<: *x', ['e.yml:2:7: The alias `*x` refers to itself.']],
    [
      'a: &x 1\nb: {<<: *x}',
      ['e.yml:2:9: `<<` can only merge maps: use an alias of a map, or a list of such aliases.'],
    ],
    [
      'a: {<<: [1]}',
      ['e.yml:1:9: `<<` can only merge maps: use an alias of a map, or a list of such aliases.'],
    ],
    ['a: !!foo 1', ['e.yml:1:4: Not valid YAML: Unresolved tag: tag:yaml.org,2002:foo.']],
  ])('%j', async (text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  test('of several syntax errors one a line, and no more than five', async () => {
    const text = Array.from({ length: 9 }, (_, line) => `k${line}: @a @b`).join('\n');
    expect(await problemsOf(text)).toHaveLength(5);
  });

  test('nesting without end', async () => {
    expect(await problemsOf(`a: ${'['.repeat(70)}1${']'.repeat(70)}`)).toEqual([
      'e.yml:1:68: This is nested more than 64 levels deep.',
    ]);
    expect((await problemsOf(`a: ${'['.repeat(50_000)}`))[0]).toContain('This is nested too deeply.');
  });

  test('a bomb of aliases is not expanded', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`,
    );
    const problems = await problemsOf(['a0: &a0 [x, x]', ...lines].join('\n'));
    expect(problems).toEqual([
      'e.yml:1:1: With its aliases expanded, the file has more than 1000000 values. Use fewer aliases.',
    ]);
  });
});

describe('a large file', () => {
  const text = Array.from({ length: 4000 }, (_, index) => `k${index}: [${index}, 'text']\n`).join('');

  test('is read as a whole, with its positions', async () => {
    const parsed = await parseYaml(text, 'e.yml', signal);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.value).toEqual(parse(text, { uniqueKeys: false }));
    expect(parsed.value.locate({ path: ['k3999', 1], on: 'value' })).toMatchObject({
      line: 4000,
      column: 15,
    });
  });

  test('is read in slices, so that others have their turn', async () => {
    let isOver = false;
    const reading = parseYaml(text, 'e.yml', signal).then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    await reading;
  });

  test('is not read on when the run has ended', async () => {
    const over = new AbortController();
    const reading = parseYaml(text, 'e.yml', over.signal);
    over.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
  });
});
