import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

import { repository } from './source-tree.ts';

/** A word that decides something, in a file of `src/run`; `#` stands for the word. */
const uses = [
  {
    what: 'a key of the state that main hands to post',
    text: "import type { StepStateStore } from '../runner/step-state.ts';\nexport const save = (state: StepStateStore): void => { state.save({ #: '/tmp/out' }); };",
    right: 'folder',
    wrong: 'foldr',
  },
  {
    what: 'a key of that state when it is read',
    text: "import type { StepState } from '../runner/step-state.ts';\nexport const read = (state: StepState): boolean => state.#;",
    right: 'isDelivered',
    wrong: 'isDeliverd',
  },
  {
    what: 'an error code that is set',
    text: "import type { EditError } from '../shared/edit-error.ts';\nexport const error: EditError = { code: '#', message: 'No.' };",
    right: 'output-vanished',
    wrong: 'output-vanishd',
  },
  {
    what: 'an error code that is compared',
    text: "import type { EditError } from '../shared/edit-error.ts';\nexport const isFailed = ({ code }: EditError): boolean => code === '#';",
    right: 'job-failed',
    wrong: 'job-faild',
  },
  {
    what: 'the state of an edit',
    text: "import type { EditState } from '../plan/outcome.ts';\nexport const state: EditState = '#';",
    right: 'succeeded',
    wrong: 'succeded',
  },
  {
    what: 'the fact about a paid job',
    text: "import type { JobFact } from '../plan/outcome.ts';\nexport const isLost = ({ kind }: JobFact): boolean => kind === '#';",
    right: 'lost',
    wrong: 'losst',
  },
  {
    what: 'the state of a ledger entry',
    text: "import type { LedgerEntry } from '../ledger/life/types.ts';\nexport const isSent = ({ state }: LedgerEntry): boolean => state === '#';",
    right: 'maybe-sent',
    wrong: 'maybe-snt',
  },
  {
    what: 'a change of the ledger',
    text: "import type { LedgerChange } from '../ledger/life/types.ts';\nexport const isEmpty = ({ kind }: LedgerChange): boolean => kind === '#';",
    right: 'ended-empty',
    wrong: 'ended-emty',
  },
];

/** How often each of these files, which exist only here, breaks the project's rules for types. */
function countTypeErrors(texts: readonly string[]): readonly number[] {
  const config = path.join(repository, 'tsconfig.json');
  const json: unknown = ts.readConfigFile(config, (file) => ts.sys.readFile(file)).config;
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, repository, {}, config);
  const files = new Map(
    texts.map((text, index) => [path.join(repository, 'src', 'run', `imagined-${index}.ts`), text]),
  );
  const host = ts.createCompilerHost(options);
  const real = { ...host };
  host.fileExists = (file) => files.has(file) || real.fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(file);
    return text === undefined
      ? real.getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2024);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((file) => program.getSemanticDiagnostics(program.getSourceFile(file)).length);
}

test('a misspelled word that decides something fails the check of types', () => {
  const words = uses.flatMap(({ text, right, wrong }) =>
    [right, wrong].map((word) => text.replace('#', word)),
  );
  const errors = countTypeErrors(words);
  const found = uses.map(
    ({ what }, index) => `${what}: ${errors[2 * index] ?? ''}, ${errors[2 * index + 1] ?? ''}`,
  );
  expect(found).toEqual(uses.map(({ what }) => `${what}: 0, 1`));
});
