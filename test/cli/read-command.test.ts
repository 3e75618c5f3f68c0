import { describe, expect, it } from 'vitest';

import { readCommand } from '../../src/cli/read-command.ts';

const OUTPUT = { isJson: false, isPlain: false };

describe('the command line', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']], [['plan', '--help']]])('helps: %j', (args) => {
    expect(readCommand(args)).toEqual({ ok: true, value: { kind: 'help' } });
  });

  it.each([
    [['--version'], { kind: 'version' }],
    [['validate'], { kind: 'validate', spec: 'edits.yml', only: [], ...OUTPUT }],
    [
      ['validate', 'a/b.yml', '--only', 'hero@* mug', '--only', 'cup', '--json', '--no-color'],
      { kind: 'validate', spec: 'a/b.yml', only: ['hero@*', 'mug', 'cup'], isJson: true, isPlain: true },
    ],
    [
      ['plan'],
      {
        kind: 'plan',
        spec: 'edits.yml',
        only: [],
        force: [],
        branch: 'assets',
        baseBranch: undefined,
        branchDirectory: '',
        adoptFrom: [],
        remote: 'origin',
        prune: false,
        takesOnBranch: false,
        failOnChanges: false,
        out: undefined,
        ...OUTPUT,
      },
    ],
    [
      [
        'plan',
        '--branch',
        'pictures',
        '--branch-directory',
        'a/b/',
        '--remote=up',
        '--force',
        'x',
        '--prune',
      ],
      { branch: 'pictures', branchDirectory: 'a/b', remote: 'up', force: ['x'], prune: true },
    ],
    [['plan', '--fail-on-changes', '--out', 'p.json'], { failOnChanges: true, out: 'p.json' }],
    [['init'], { kind: 'init', folder: '.', spec: 'edits.yml', ...OUTPUT }],
    [['init', 'shots', '--spec', '.github/edits.yml'], { folder: 'shots', spec: '.github/edits.yml' }],
  ])('%j', (args, expected) => {
    expect(readCommand(args)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    [['appyl'], 'There is no command `appyl`. Use `init`, `validate`, `plan` or `models`.'],
    [['plan', '--brunch', 'x'], "Unknown option '--brunch'."],
    [['plan', '--branch'], "Option '--branch <value>' argument missing."],
    [['validate', '--json=yes'], "Option '--json' does not take an argument."],
    [['validate', 'a.yml', 'b.yml'], '`validate` takes one argument, and `b.yml` is one too many.'],
    [['plan', '--branch', 'a b'], 'Option `--branch` holds " ", which no branch\'s name can have.'],
    [
      ['plan', '--branch-directory', '../x'],
      'Option `--branch-directory` has `..`. It must stay in the branch.',
    ],
    [['plan', '--remote', '../../x'], 'Option `--remote` holds "..", which no branch\'s name can have.'],
  ])('refuses %j in one sentence', (args, error) => {
    expect(readCommand(args)).toEqual({ ok: false, error });
  });
});
