import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import { parseApiUrl } from '../inputs/parse-address.ts';
import { parseBranch, parseBranchDirectory } from '../inputs/parse-branch.ts';
import { parseGlobs, words } from '../inputs/parse-value.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';
import type { Output, Command } from './commands.ts';

export const DEFAULT_SPEC = 'edits.yml';

const API_URL = 'https://model-api.runcomfy.net';

const COMMON = {
  json: { type: 'boolean', default: false },
  'no-color': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig;

const CHOICE = { only: { type: 'string', multiple: true } } as const satisfies ParseArgsOptionsConfig;

/** Reads the arguments of the command line; the error is a sentence. */
export function readCommand(args: readonly string[]): Result<Command, string> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return { ok: true, value: { kind: 'help' } };
  if (name === '--version' || name === 'version') return { ok: true, value: { kind: 'version' } };
  try {
    switch (name) {
      case 'validate':
        return readValidate(rest);
      case 'plan':
        return readPlan(rest);
      case 'init':
        return readInit(rest);
      case 'models':
        return readModels(rest);
      default:
        return fail(`There is no command \`${name}\`. Use \`init\`, \`validate\`, \`plan\` or \`models\`.`);
    }
  } catch (error) {
    // The parser explains what is wrong in its first sentence; others are about its own use.
    return fail(`${describeError(error).replace(/\. .*$/s, '')}.`);
  }
}

function readValidate(args: readonly string[]): Result<Command, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...COMMON, ...CHOICE },
    allowPositionals: true,
  });
  if (values.help) return { ok: true, value: { kind: 'help' } };
  return withOne(positionals, DEFAULT_SPEC, 'validate', (spec) => ({
    kind: 'validate',
    spec,
    only: listWords(values.only),
    ...outputOf(values),
  }));
}

function readPlan(args: readonly string[]): Result<Command, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...COMMON,
      ...CHOICE,
      force: { type: 'string', multiple: true },
      branch: { type: 'string', default: 'assets' },
      'base-branch': { type: 'string' },
      'adopt-from': { type: 'string', multiple: true },
      'branch-directory': { type: 'string', default: '' },
      remote: { type: 'string', default: 'origin' },
      prune: { type: 'boolean', default: false },
      'takes-on-branch': { type: 'boolean', default: false },
      'fail-on-changes': { type: 'boolean', default: false },
      out: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (values.help) return { ok: true, value: { kind: 'help' } };
  const branch = parseBranch(values.branch);
  if (!branch.ok) return fail(`Option \`--branch\` ${branch.error}`);
  const base = values['base-branch'] === undefined ? undefined : parseBranch(values['base-branch']);
  if (base?.ok === false) return fail(`Option \`--base-branch\` ${base.error}`);
  const adoptFrom = parseGlobs((values['adopt-from'] ?? []).join('\n'));
  if (!adoptFrom.ok) return fail(`Option \`--adopt-from\` ${adoptFrom.error}`);
  const directory = parseBranchDirectory(values['branch-directory']);
  if (!directory.ok) return fail(`Option \`--branch-directory\` ${directory.error}`);
  // It becomes a part of a path.
  const remote = parseBranch(values.remote);
  if (!remote.ok) return fail(`Option \`--remote\` ${remote.error}`);
  return withOne(positionals, DEFAULT_SPEC, 'plan', (spec) => ({
    kind: 'plan',
    spec,
    only: listWords(values.only),
    force: listWords(values.force),
    branch: branch.value,
    baseBranch: base?.value,
    branchDirectory: directory.value,
    adoptFrom: adoptFrom.value,
    remote: remote.value,
    prune: values.prune,
    takesOnBranch: values['takes-on-branch'],
    failOnChanges: values['fail-on-changes'],
    out: values.out,
    ...outputOf(values),
  }));
}

function readInit(args: readonly string[]): Result<Command, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...COMMON, spec: { type: 'string', default: DEFAULT_SPEC } },
    allowPositionals: true,
  });
  if (values.help) return { ok: true, value: { kind: 'help' } };
  return withOne(positionals, '.', 'init', (folder) => ({
    kind: 'init',
    folder,
    spec: values.spec,
    ...outputOf(values),
  }));
}

function readModels(args: readonly string[]): Result<Command, string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...COMMON, search: { type: 'string' }, 'api-url': { type: 'string', default: API_URL } },
    allowPositionals: true,
  });
  if (values.help) return { ok: true, value: { kind: 'help' } };
  const address = parseApiUrl(values['api-url']);
  if (!address.ok) return fail(`Option \`--api-url\` ${address.error}`);
  return withOne(positionals, values.search ?? '', 'models', (search) => ({
    kind: 'models',
    search,
    apiUrl: address.value,
    ...outputOf(values),
  }));
}

/** A command with at most one argument besides its options. */
function withOne(
  positionals: readonly string[],
  otherwise: string,
  name: string,
  create: (value: string) => Command,
): Result<Command, string> {
  const [value = otherwise, more] = positionals;
  if (more !== undefined) return fail(`\`${name}\` takes one argument, and \`${more}\` is one too many.`);
  return { ok: true, value: create(value) };
}

function outputOf(values: { readonly json: boolean; readonly 'no-color': boolean }): Output {
  return { isJson: values.json, isPlain: values['no-color'] };
}

function listWords(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap(words);
}

function fail(error: string): Result<never, string> {
  return { ok: false, error };
}
