import { describe, expect, test } from 'vitest';

import { validateSpec } from '../../src/spec/validate.ts';

const EDIT = { prompt: 'x', images: 'a.png' };

function messagesOf(spec: unknown): readonly string[] {
  return validateSpec(spec).issues.map(({ message }) => message);
}

function ofEdit(edit: object): readonly string[] {
  return messagesOf({ version: 1, edits: { hero: edit } });
}

const SIZES =
  '1024x1024, 2048x2048, 2304x1728, 2496x1664, 2560x1440, 3024x1296, 4096x4096, 4694x3520, 4992x3328, 5404x3040, 6198x2656';

describe('messages', () => {
  test.each<readonly [unknown, readonly string[]]>([
    [null, ['The spec is empty. Begin with `version: 1` and `edits`.']],
    ['x', ['The spec must be a map of keys and values, but it is `x`.']],
    [{}, ['`version` is missing. Add the line `version: 1`.', '`edits` is missing.']],
    [
      { version: 3, edits: {} },
      ['`version` must be `1`, but it is `3`.', '`edits` is empty. Add at least one edit.'],
    ],
    [
      { version: 1, edits: [1] },
      [
        '`edits` must be a map, but it is a list. Write each edit under an id of its own, without the `-`: `hero: { prompt: ..., images: ... }`.',
      ],
    ],
    [{ versoin: 1, edits: { a: EDIT } }, ['Unknown key `versoin`. Did you mean `version`?']],
    [
      { version: 1, edits: { a: EDIT }, zzz: 1 },
      [
        'Unknown key `zzz`. Known here: `version`, `model`, `vars`, `defaults`, `renditions`, `mark`, `mark-prompt`, `mark-source`, `budget`, `edits`.',
      ],
    ],
    [
      { version: 1, edits: { a: EDIT }, budget: { maxcost: 1 } },
      ['Unknown key `maxcost`. Did you mean `max-cost`?'],
    ],
    [
      { version: 1, edits: { a: EDIT }, budget: { 'max-cost': -1 } },
      ['`budget.max-cost` must be at least 0, but it is `-1`.'],
    ],
    [
      { version: 1, edits: { a: EDIT }, budget: { 'max-edits': 0.5 } },
      ['`budget.max-edits` must be a whole number, but it is `0.5`.'],
    ],
    [{ version: 1, edits: { a: EDIT }, vars: { x: null } }, ['`vars.x` is empty.']],
    [
      { version: 1, edits: { a: EDIT }, vars: { x: {} } },
      ['`vars.x` must be text, a number, or `true` or `false`.'],
    ],
    [{ version: 1, edits: { a: null } }, ['`edits.a` is empty.']],
    [
      { version: 1, edits: { 'a b': EDIT } },
      [
        '`a b` is not a valid id. Use at most 100 letters, digits, `_` and `-`, starting with a letter or digit.',
      ],
    ],
    [
      { version: 1, edits: { 'a b': { ...EDIT, timeout: 15, promt: 'x' } } },
      [
        '`a b` is not a valid id. Use at most 100 letters, digits, `_` and `-`, starting with a letter or digit.',
        '`timeout` must be a number with a unit, for example `90s`, `15m` or `1.5h`.',
        'Unknown key `promt`. Did you mean `prompt`?',
      ],
    ],
  ])('%j', (spec, messages) => {
    expect(messagesOf(spec)).toEqual(messages);
  });

  test.each<readonly [object, readonly string[]]>([
    [{ images: 'a' }, ['`hero` has no `prompt` (or `prompt-file`).']],
    [
      { promt: 'x', image: 'y' },
      ['Unknown key `promt`. Did you mean `prompt`?', 'Unknown key `image`. Did you mean `images`?'],
    ],
    [{ ...EDIT, 'prompt-file': 'x' }, ['`hero` has both `prompt` and `prompt-file`. Keep one.']],
    [{ ...EDIT, prompt: 2024 }, ['`prompt` must be text, but it is `2024`. Put it in quotes.']],
    [{ ...EDIT, prompt: ['x'] }, ['`prompt` must be text, but it is a list.']],
    [{ prompt: null, images: 'a' }, ['`prompt` is empty.']],
    [{ ...EDIT, prompt: '' }, ['`prompt` is empty.']],
    [{ ...EDIT, images: null }, ['`images` is empty.']],
    [{ ...EDIT, images: [] }, ['`images` is empty.']],
    [{ ...EDIT, images: Array.from({ length: 11 }, () => 'a') }, ['`images` has more than 10 entries.']],
    [
      { ...EDIT, images: ['a', 5] },
      ['`images[1]` must be a file or glob of the repository, an https:// URL, or `edit: ID`.'],
    ],
    [{ ...EDIT, images: ['a', { edt: 'b' }] }, ['Unknown key `edt`. Did you mean `edit`?']],
    [{ ...EDIT, images: { edit: 'b', as: 'c' } }, ['Unknown key `as`. Known here: `edit`.']],
    [{ ...EDIT, images: 5 }, ['`images` must be a list of files, https:// URLs and `edit: ID`.']],
    [
      { ...EDIT, size: '2560x144' },
      [`\`size\` is \`2560x144\`, but it must be one of ${SIZES}. Did you mean \`2560x1440\`?`],
    ],
    [{ ...EDIT, size: 2048 }, [`\`size\` must be one of ${SIZES}.`]],
    [{ ...EDIT, scale: 1.5 }, ['`scale` must be at most 1, but it is `1.5`.']],
    [{ ...EDIT, scale: -1 }, ['`scale` must be at least 0, but it is `-1`.']],
    [
      { ...EDIT, scale: '0.5' },
      ['`scale` is `0.5`, but it must be a number from 0 to 1, or `${{ matrix.NAME }}`.'],
    ],
    [{ ...EDIT, scale: true }, ['`scale` must be a number from 0 to 1.']],
    [{ ...EDIT, 'force-single': 'yes' }, ['`force-single` must be `true` or `false`, but it is `yes`.']],
    [
      { ...EDIT, timeout: 15 },
      ['`timeout` must be a number with a unit, for example `90s`, `15m` or `1.5h`.'],
    ],
    [
      { ...EDIT, timeout: '15' },
      ['`timeout` is `15`, but it must be a number with a unit, for example `90s`, `15m` or `1.5h`.'],
    ],
    [{ ...EDIT, matrix: { a: 'x' } }, ['`matrix.a` must be a list of values.']],
    [{ ...EDIT, matrix: { a: [{}] } }, ['`matrix.a[0]` must be text, a number, or `true` or `false`.']],
    [{ ...EDIT, matrix: { a: [] } }, ['`matrix.a` is empty.']],
    [
      { ...EDIT, matrix: { include: [5] } },
      ['`matrix.include[0]` must be a map of keys and values, but it is `5`.'],
    ],
  ])('of an edit: %j', (edit, messages) => {
    expect(ofEdit(edit)).toEqual(messages);
  });
});

test('what is sound goes on to the later checks, key by key', () => {
  const { draft } = validateSpec({
    version: 2,
    vars: { brand: 'Acme', bad: null },
    defaults: { scale: 5, size: '1024x1024', unknown: 1 },
    budget: { 'max-edits': 3, 'max-cost': -1 },
    edits: {
      hero: { prompt: 'x', images: [], scael: 1, output: '../x' },
      gone: null,
      grid: { ...EDIT, matrix: { a: 1 } },
    },
  });
  expect(draft).toEqual({
    vars: { brand: 'Acme' },
    defaults: { size: '1024x1024' },
    budget: { 'max-edits': 3 },
    edits: [{ key: 'hero', fields: { prompt: 'x', output: '../x' } }],
    broken: new Set(['gone', 'grid']),
  });
});
