import type { StepResult } from '../../demo/run-action.ts';
import type { RequestRecord } from '../../emulator/request-log.ts';
import { stableText } from './stable-text.ts';
import type { Stage } from './stage.ts';

/** The job summary in words that are the same for every run that did the same; ids by their inputs. */
export function tellSummary(stage: Stage, { summary }: StepResult): string {
  return stable(stage, summary);
}

/**
 * The requests to the service in order of arrival, a line each; the same one several times in a row is listed once, as
 * how often a job is looked at depends on the machine. The order is stable where one edit ran at a time.
 */
export function tellRequests(stage: Stage): readonly string[] {
  return stage.emulator.requests
    .map((request) => stable(stage, describeRequest(request)))
    .filter((line, index, all) => line !== all[index - 1]);
}

function stable({ job, emulator }: Stage, text: string): string {
  // Which of the edits that are ready goes first, is chance.
  const jobs = emulator.ledger.map(({ requestId, input }) => ({ requestId, prompt: promptOf(input) }));
  const inOrder = jobs.toSorted((one, other) => one.prompt.localeCompare(other.prompt));
  const ids = inOrder.map(({ requestId }, index) => [requestId, `REQUEST-${index + 1}`] as const);
  const names = { [job.temp]: 'TEMP', ...Object.fromEntries(ids) };
  return stableText(text, names).replaceAll(/\b[0-9a-f]{64}\b/g, 'SHA256');
}

function promptOf(input: unknown): string {
  return (input as { readonly prompt: string }).prompt;
}

function describeRequest({ server, method, path, headers, body, status }: RequestRecord): string {
  const token = headers['authorization'] === undefined ? 'no token' : 'token';
  const sent = body === undefined ? '' : ` ${JSON.stringify(body)}`;
  return `${server} ${method} ${path} (${token})${sent} -> ${status ?? 'broken'}`;
}
