import type { Problem } from '../shared/problem.ts';
import type { Mode } from './decide-mode.ts';
import type { AskedDelivery } from './parse-value.ts';

/** What `action.yml` gives these inputs if the workflow does not set them. */
const DEFAULTS = {
  branch: 'assets',
  'base-branch': '',
  'adopt-from': '',
  'branch-directory': '',
  'commit-message': 'Update {files} of {edits} ({spec})',
  'sign-commits': 'false',
  prune: 'false',
  'takes-on-branch': 'false',
  gallery: 'false',
} as const;

/**
 * Inputs that are valid by themselves but not together. An input that would have no effect is an error: anyone who sets it
 * expects something from a run that costs money. Only a run that applies needs a token to write with. `text` gives an
 * input as it was written.
 */
export function checkDeliver(
  { ways: deliver, isPull }: AskedDelivery,
  mode: Mode,
  text: (name: string) => string,
): readonly Problem[] {
  const problems: string[] = [];
  if (deliver.includes('branch')) {
    if ((mode.kind === 'apply' || mode.kind === 'clean') && text('github-token') === '') {
      problems.push(
        'Input `github-token` is empty, but the branch is pushed with it. Leave the input out, and give the job `permissions: contents: write`.',
      );
    }
    if (isPull && text('base-branch') !== '')
      problems.push(
        'Input `base-branch` does nothing with `deliver: pull-request`, because `branch` is the base of the pull request. Leave it out.',
      );
    if (text('base-branch') !== '' && text('base-branch') === text('branch'))
      problems.push(
        'Input `base-branch` is the same branch as `branch`. Give the branch of the published pictures as `base-branch`, and a branch of its own for the preview as `branch`.',
      );
    problems.push(...galleryProblems(isPull, text));
    if (text('artifact-contents') === 'all' && !deliver.includes('artifact'))
      problems.push(idle('artifact-contents', 'artifact'));
  } else {
    const set = Object.entries(DEFAULTS).filter(([name, value]) => text(name) !== value);
    problems.push(...set.map(([name]) => idle(name, 'branch')));
    if (text('gallery-url') !== '') problems.push(idle('gallery-url', 'branch'));
  }
  if (mode.kind === 'clean' && isPull)
    problems.push(
      'Input `deliver` is `pull-request`, but `mode: clean` must see what is published. Set `deliver: branch`.',
    );
  if (mode.kind === 'clean' && text('adopt-from') === '')
    problems.push(
      'Input `adopt-from` is empty, but `mode: clean` removes only branches that it matches. Give it as in the workflow that publishes, for example `assets-pr-*`.',
    );
  return [...problems, ...ledgerProblems(mode, text)].map((message) => ({ severity: 'error', message }));
}

/** A link to a page that is not there is worse than none. */
function galleryProblems(isPull: boolean, text: (name: string) => string): readonly string[] {
  if (text('gallery-url') === '') return [];
  if (text('gallery') !== 'true')
    return [
      'Input `gallery-url` does nothing without `gallery: true`, which writes the page that it names. Set `gallery: true`, or leave `gallery-url` out.',
    ];
  if (isPull)
    return [
      'Input `gallery-url` does nothing with `deliver: pull-request`, because the page shows new pictures only once the pull request is merged. Leave it out.',
    ];
  return [];
}

function ledgerProblems(mode: Mode, text: (name: string) => string): readonly string[] {
  if (mode.kind === 'apply' && text('ledger') === 'git' && text('github-token') === '')
    return [
      'Input `github-token` is empty, but the ledger is kept with it. Leave the input out, and give the job `permissions: contents: write`.',
    ];
  if (text('ledger') === 'none' && text('on-unknown') === 'resubmit')
    return [
      'Input `on-unknown` does nothing with `ledger: none`: no run knows what became of the submits of others. Leave one of them out.',
    ];
  return [];
}

function idle(name: string, way: string): string {
  return `Input \`${name}\` does nothing without \`${way}\`. Add \`${way}\` to \`deliver\`, or leave \`${name}\` out.`;
}
