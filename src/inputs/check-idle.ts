import type { Problem } from '../shared/problem.ts';
import type { Mode } from './decide-mode.ts';

/** Inputs that have no effect in a mode, with what `action.yml` gives them if the workflow does not set them. */
const IDLE: Readonly<Record<Mode['kind'], Readonly<Record<string, string>>>> = {
  apply: {},
  plan: {},
  comment: {},
  validate: { comment: 'false' },
  clean: {
    'base-branch': '',
    only: '',
    force: '',
    prune: 'false',
    'takes-on-branch': 'false',
    gallery: 'false',
    'gallery-url': '',
    'sign-commits': 'false',
    comment: 'false',
  },
};

/** An input that would have no effect is an error: anyone who sets it expects something. `text` gives it as it was written. */
export function checkIdle({ kind }: Mode, text: (name: string) => string): readonly Problem[] {
  return Object.entries(IDLE[kind])
    .filter(([name, unset]) => text(name) !== unset)
    .map(([name]) => ({
      severity: 'error',
      message: `Input \`${name}\` does nothing with \`mode: ${kind}\`. Leave it out.`,
    }));
}
