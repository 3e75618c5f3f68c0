import { describeError } from '../shared/describe-error.ts';
import type { FailureCount } from './next-try.ts';
import type { DownloadError, DownloadFailure } from './types.ts';

/** The error of a download that was given up after its last failure. */
export function describeLastFailure(
  failure: DownloadFailure,
  count: FailureCount,
  tries: number,
): DownloadError {
  const { host, reason } = failure;
  const after = tries === 1 ? '' : ` (tried ${tries} times)`;
  const from = host === '' ? '' : ` from ${host}`;
  switch (failure.kind) {
    case 'vanished':
      return {
        kind: 'vanished',
        code: 'output-vanished',
        message: `The output is gone${from}: ${reason}${after}.`,
      };
    case 'refused':
      return {
        kind: 'permanent',
        code: 'output-refused',
        message: `The output was not downloaded${from}: ${reason}.`,
      };
    case 'unusable':
      return {
        kind: 'permanent',
        code: 'output-unusable',
        message: `The output was not downloaded${from}: ${reason}.`,
      };
    case 'damaged':
      if (count.isAlwaysSame)
        return {
          kind: 'permanent',
          code: 'output-unusable',
          message: `The output${from} is not usable: ${reason}. It was the same in ${tries} tries.`,
        };
      return failed(`The output could not be downloaded${from}: ${reason}${after}.`);
    case 'outage':
    case 'disk':
      return failed(`The output could not be downloaded${from}: ${reason}${after}.`);
  }
}

/** The error of a download that its signal ended; what went wrong before it says more than the stop itself. */
export function describeStopped({ host, reason }: DownloadFailure, signal: AbortSignal): DownloadError {
  const why = describeError(signal.reason);
  const last = reason.includes(why) ? '' : ` Before that: ${reason}.`;
  return failed(`The download from ${host} was stopped: ${why}.${last}`);
}

function failed(message: string): DownloadError {
  return { kind: 'passing', code: 'download-failed', message };
}
