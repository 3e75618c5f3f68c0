import { plural } from '../shared/format.ts';
import { decideAdvice, type Advice } from './decide-advice.ts';
import type { EndedRun } from './types.ts';

/** The order in which it is given. */
const ADVICE: readonly Advice[] = [
  'fix',
  'fetch-again',
  'look-up',
  'check-submit',
  'check-request',
  'bring',
  'collect',
  'other-run',
  'other-jobs',
  'run-again',
  'unblock',
];

/** What to do about each edit that has no pictures, one line for each kind of advice; empty if there are none. */
export function renderNextSteps({ edits, keepsRecord }: Pick<EndedRun, 'edits' | 'keepsRecord'>): string {
  const given = edits.map(decideAdvice);
  const lines = ADVICE.flatMap((advice) => {
    const count = given.filter((each) => each === advice).length;
    return count === 0 ? [] : [`- ${describeAdvice(advice, count, keepsRecord)}`];
  });
  return lines.length === 0 ? '' : ['### What to do next', '', ...lines, ''].join('\n');
}

function describeAdvice(advice: Advice, count: number, keepsRecord: boolean): string {
  const edits = plural(count, 'edit');
  const it = count === 1 ? 'it' : 'them';
  switch (advice) {
    case 'fix':
      return `**${edits} failed:** fix the cause in the table above, then run again. The next run sends ${it} again and pays for what the service makes.`;
    case 'fetch-again': {
      const next = keepsRecord
        ? `run again: the next run fetches the pictures without paying again.`
        : 'keep the request ids above: you can read the results with them. A new run sends and pays again.';
      return `**${edits} failed after the service accepted ${it}:** ${next}`;
    }
    case 'look-up':
      return `**${edits} failed after the service made ${it}:** the pictures can no longer be fetched. Look for the request ids above on RunComfy${describeConsent(it, keepsRecord)}`;
    case 'check-submit':
      return `**${edits} unknown:** the service may have accepted ${it}, and then it charges as usual. Look at your requests on RunComfy${describeConsent(it, keepsRecord)}`;
    case 'check-request':
      return `**${edits} unknown:** the service accepted ${it} and may have charged, but no longer knows the request. Look for the request ids above on RunComfy${describeConsent(it, keepsRecord)}`;
    case 'bring':
      return `**${edits} pending:** the pictures exist, and are not on the branch yet. Run again: the next run brings ${it} there, at no cost.`;
    case 'collect': {
      const next = keepsRecord
        ? `Run again: the next run collects ${it} without paying again.`
        : 'Keep the request ids above: you can read the results with them. A new run sends and pays again.';
      return `**${edits} pending:** the service accepted ${it} and charges as usual. ${next} To give edits more time, raise \`timeout\`.`;
    }
    case 'other-run':
      return `**${edits} in another run:** that run may have sent ${it}. Run again when it has ended: nothing is paid for twice.`;
    case 'other-jobs':
      return `**${edits} pending:** no job of the plan made ${it}. The table above says why, and what to run again: nothing is paid for twice.`;
    case 'run-again':
      return `**${edits} cancelled:** nothing is charged. Run again to have ${it} made.`;
    case 'unblock':
      return `**${edits} skipped:** nothing was sent, and nothing is charged. See the reason in the table above, and run again when it no longer applies.`;
  }
}

function describeConsent(it: string, keepsRecord: boolean): string {
  return keepsRecord
    ? `. The action never sends ${it} again without your consent: to have ${it} made, and maybe pay twice, run with \`on-unknown: resubmit\`.`
    : ' before you run again.';
}
