import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** An action in the place of one of GitHub's. */
interface StandIn {
  /** As workflows name it. */
  readonly uses: string;
  /** Names of its inputs, each with its default. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Module in this folder, relative to it, and the function in it that does the work. */
  readonly from: string;
  readonly step: string;
  /** Its arguments, as code of JavaScript. */
  readonly args: (store: string) => string;
}

const GIVEN = '{ name: process.env.INPUT_NAME, path: process.env.INPUT_PATH }';
const storeOfRun = (store: string): string =>
  `${GIVEN}, ${JSON.stringify(`${store}/`)} + (process.env['INPUT_RUN-ID'] || process.env.GITHUB_RUN_ID)`;
const ARTIFACT_INPUTS = { name: '', path: '', overwrite: '', 'run-id': '', 'github-token': '' };

const STAND_INS: readonly StandIn[] = [
  {
    uses: 'actions/upload-artifact@v4',
    inputs: ARTIFACT_INPUTS,
    from: 'artifact-steps.ts',
    step: 'uploadArtifact',
    args: storeOfRun,
  },
  {
    uses: 'actions/download-artifact@v4',
    inputs: ARTIFACT_INPUTS,
    from: 'artifact-steps.ts',
    step: 'downloadArtifact',
    args: storeOfRun,
  },
  {
    uses: 'actions/checkout@v6',
    inputs: { ref: '', path: '', token: '${{ github.token }}', lfs: '', 'persist-credentials': '' },
    from: 'checkout-step.ts',
    step: 'checkOut',
    args: () =>
      '{ ref: process.env.INPUT_REF, path: process.env.INPUT_PATH, token: process.env.INPUT_TOKEN }, process.env',
  },
];

/**
 * Actions in the place of GitHub's own, which are not on npm: artifacts are kept in a folder for each run, as in the tests of
 * workflows without act, and a checkout of another ref fetches it by git. (act makes a job's own checkout by itself.) Gives the
 * folder of each by the name that workflows use.
 */
export async function writeActionsOfOthers(folder: string): Promise<Readonly<Record<string, string>>> {
  const store = path.join(folder, 'artifacts');
  const actions: Record<string, string> = {};
  for (const { uses, inputs, from, step, args } of STAND_INS) {
    const name = uses.slice(uses.indexOf('/') + 1, uses.indexOf('@'));
    const own = path.join(folder, name);
    await mkdir(own, { recursive: true });
    const metadata = {
      name,
      description: name,
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([input, value]) => [input, { description: input, default: value }]),
      ),
      runs: { using: 'node24', main: 'index.mjs' },
    };
    await writeFile(path.join(own, 'action.yml'), JSON.stringify(metadata));
    const module = pathToFileURL(path.join(import.meta.dirname, from)).href;
    await writeFile(
      path.join(own, 'index.mjs'),
      `import { ${step} } from '${module}';\nif (!(await ${step}(${args(store)}))) process.exitCode = 1;\n`,
    );
    actions[uses] = own;
  }
  return actions;
}
