import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

import { declarationsOf, findWords, membersOf, SRC, type Span, type Word } from './find-words.ts';
import { repository } from './source-tree.ts';

/** The closed unions whose members steer what the action does: where each is declared, and how its members are found. */
const UNIONS = [
  { file: 'shared/edit-error.ts', type: 'EditErrorCode' },
  { file: 'plan/outcome.ts', type: 'JobFact', key: 'kind' },
  { file: 'plan/outcome.ts', type: 'EditState' },
  { file: 'report/types.ts', type: 'EditSoFar', key: 'state' },
  { file: 'ledger/life/types.ts', type: 'LedgerEntry', key: 'state' },
  { file: 'ledger/life/types.ts', type: 'LedgerChange', key: 'kind' },
] as const;
const STEP_STATE = { file: 'runner/step-state.ts', type: 'StepState' } as const;

test('misspelling any error code, state or step-state key is an error of the compiler', () => {
  const before = compile(new Map());
  const checker = before.getTypeChecker();
  const words = new Set(UNIONS.flatMap((union) => membersOf(before, union)));
  const keys = declarationsOf(before, STEP_STATE);
  const spots = sourcesOf(before)
    .flatMap((file) => findWords(file, checker, words, keys))
    .map((word, index): Spot => ({ ...word, suffix: `x${index}` }));
  expect(new Set(spots.map(({ file }) => file)).size).toBeGreaterThan(25);
  expect(spots.length).toBeGreaterThan(200);

  const after = compile(misspell(spots), before);
  const errors = sourcesOf(after).flatMap((file) => after.getSemanticDiagnostics(file));
  const messages = errors
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
    .join('\n');
  const isSeen = (spot: Spot): boolean => {
    const here = moveSpan(spot, spots);
    // A wrong member of a schema is an error where the schema is used, which then names it.
    return (
      errors.some((error) => isWithin(error, spot.file, here)) ||
      messages.includes(`${spot.text}${spot.suffix}"`)
    );
  };
  // Several in one statement may hide each other: those are misspelled one at a time.
  const unseen = spots.filter((spot) => !isSeen(spot) && !isError(spot, before));
  expect(unseen.map(({ file, text, at }) => `${path.relative(repository, file)} ${text} at ${at}`)).toEqual(
    [],
  );
}, 300_000);

/** Whether the compiler sees this one misspelling: in its own file, in those that import it, or anywhere else. */
function isError(spot: Spot, before: ts.Program): boolean {
  const program = compile(misspell([spot]), before);
  const name = path.basename(spot.file);
  const distance = (file: ts.SourceFile): number => {
    if (file.fileName === spot.file) return 0;
    return file.text.includes(`/${name}'`) ? 1 : 2;
  };
  // The compiler checks only the files it is asked about, and the first error is enough.
  const files = sourcesOf(program).toSorted((a, b) => distance(a) - distance(b));
  return files.some((file) => program.getSemanticDiagnostics(file).length > 0);
}

interface Spot extends Word {
  /** Makes it a word that is nowhere else. */
  readonly suffix: string;
}

/** Where the statement around a spot is once all spots are misspelled. */
function moveSpan({ file, within }: Spot, spots: readonly Spot[]): Span {
  const here = spots.filter((spot) => spot.file === file);
  const move = (position: number): number =>
    here.reduce((sum, { at, suffix }) => sum + (at < position ? suffix.length : 0), position);
  return { from: move(within.from), to: move(within.to) };
}

function isWithin({ file, start = 0, length = 0 }: ts.Diagnostic, name: string, { from, to }: Span): boolean {
  return file?.fileName === name && start < to && from < start + length;
}

function compile(changed: ReadonlyMap<string, string>, before?: ts.Program): ts.Program {
  const config = ts.readConfigFile(path.join(repository, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, repository);
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (file) => changed.get(file) ?? read(file);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...more) =>
    changed.has(file) ? parse(file, ...more) : (before?.getSourceFile(file) ?? parse(file, ...more));
  return ts.createProgram([path.join(SRC, 'main.ts'), path.join(SRC, 'post.ts')], options, host);
}

function sourcesOf(program: ts.Program): readonly ts.SourceFile[] {
  return program.getSourceFiles().filter(({ fileName }) => path.resolve(fileName).startsWith(SRC + path.sep));
}

function misspell(spots: readonly Spot[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const spot of spots.toReversed()) {
    const text = texts.get(spot.file) ?? ts.sys.readFile(spot.file) ?? '';
    texts.set(spot.file, `${text.slice(0, spot.at)}${spot.suffix}${text.slice(spot.at)}`);
  }
  return texts;
}
