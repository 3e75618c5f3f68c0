import type { StepResult } from '../../demo/run-action.ts';
import type { RequestRecord } from '../../emulator/request-log.ts';
import { stableText } from './stable-text.ts';
import type { Stage } from './stage.ts';

/** What a run did, in words that are the same for every run that did the same. */
export interface RunAccount {
  /** Lines as the log shows them, masked; the kind of line in front of those that are not plain. */
  readonly log: string;
  readonly outputs: string;
  readonly summary: string;
  /** Requests in order of arrival; the same one several times in a row is told once. */
  readonly requests: readonly string[];
}

/** Tells what a run did, for a snapshot. The order is stable where one edit ran at a time. */
export function accountRun({ job, emulator }: Stage, { log, outputs, summary }: StepResult): RunAccount {
  const ids = emulator.ledger.map(({ requestId }, index) => [requestId, `REQUEST-${index + 1}`] as const);
  const names = { [job.workspace]: 'WORKSPACE', [job.temp]: 'TEMP', ...Object.fromEntries(ids) };
  const stable = (text: string): string =>
    stableText(text, names)
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'SHA256')
      .replaceAll(/\b\d+(\.\d+)? (KiB|MiB)\b/g, 'N $2')
      .replaceAll(/(?<=Uploaded bytes )\d+/g, 'N');
  // What the artifact client tells for debugging is its own affair.
  const lines = log.lines.filter(({ kind }) => kind !== 'debug');
  return {
    log: stable(lines.map(({ kind, text }) => (kind === 'plain' ? text : `[${kind}] ${text}`)).join('\n')),
    outputs: stable(JSON.stringify(outputs, null, 2)),
    summary: stable(summary),
    requests: emulator.requests
      .map((request) => stable(describeRequest(request)))
      .filter((line, index, all) => line !== all[index - 1]),
  };
}

function describeRequest({ server, method, path, headers, body, status }: RequestRecord): string {
  const token = headers['authorization'] === undefined ? 'no token' : 'token';
  const sent = body === undefined ? '' : ` ${JSON.stringify(body)}`;
  return `${server} ${method} ${path} (${token})${sent} -> ${status ?? 'broken'}`;
}
