import { plural } from '../shared/format.ts';
import { requestOf } from './request-of.ts';
import type { EndedRun } from './types.ts';

/** What to do about edits whose end is still to come, or to be found out; empty where there are none. */
export function renderNextSteps({ edits, keepsRecord }: Pick<EndedRun, 'edits' | 'keepsRecord'>): string {
  const count = (state: 'pending' | 'unknown', isAccepted: boolean): number =>
    edits.filter((edit) => edit.state === state && (requestOf(edit) !== undefined) === isAccepted).length;
  const steps = [
    tellAccepted(count('pending', true), keepsRecord),
    tellElsewhere(count('pending', false)),
    tellUnclear(count('unknown', false), keepsRecord),
    tellLost(count('unknown', true), keepsRecord),
  ].filter((step) => step !== '');
  return steps.length === 0 ? '' : ['### What to do next', '', ...steps, ''].join('\n');
}

function tellAccepted(count: number, keepsRecord: boolean): string {
  if (count === 0) return '';
  const next = keepsRecord
    ? `Run again: ${them(count)} will be collected without paying again.`
    : 'Keep the request ids above: the results can be read by them. A new run submits these edits again, and pays again.';
  return (
    `- **${plural(count, 'edit')} pending:** the service accepted ${them(count)} and charges as usual. ` +
    `${next} To give edits more time, raise \`timeout\`.`
  );
}

function tellElsewhere(count: number): string {
  if (count === 0) return '';
  return `- **${plural(count, 'edit')} at another run:** it may have sent ${them(count)}. Run again when it has ended: what it paid for is not paid for again.`;
}

function tellUnclear(count: number, keepsRecord: boolean): string {
  if (count === 0) return '';
  return (
    `- **${plural(count, 'edit')} unknown:** it is not known whether the service accepted ${them(count)}; if so, it charges as usual. ` +
    `Look at your requests on RunComfy${tellConsent(count, keepsRecord)}`
  );
}

function tellLost(count: number, keepsRecord: boolean): string {
  if (count === 0) return '';
  return (
    `- **${plural(count, 'edit')} unknown:** the service accepted ${them(count)} and may have charged, but no longer knows the request. ` +
    `Look for the request ids above on RunComfy${tellConsent(count, keepsRecord)}`
  );
}

function tellConsent(count: number, keepsRecord: boolean): string {
  return keepsRecord
    ? `. Nothing is sent again by itself: to have ${them(count)} made, and maybe paid for twice, run with \`on-unknown: resubmit\`.`
    : ' before you run it again.';
}

function them(count: number): string {
  return count === 1 ? 'it' : 'them';
}
