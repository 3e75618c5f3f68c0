#!/usr/bin/env node
import { EXIT_CODES } from './cli/exit-codes.ts';
import { runCommand } from './cli/run-command.ts';
import { isNodeNewEnough } from './runner/check-node.ts';
import { createTerminal } from './runner/terminal.ts';
import { describeError } from './shared/describe-error.ts';
import { toSentence } from './shared/sentence.ts';

const terminal = createTerminal();

async function act(): Promise<number> {
  if (!isNodeNewEnough(process.versions.node)) {
    terminal.complain(`dreamina-edits needs Node 24 or newer, and this is Node ${process.versions.node}.`);
    return EXIT_CODES.unexpected;
  }
  return await runCommand(terminal);
}

const code = await act().catch((error: unknown) => {
  if (terminal.stop.aborted) return EXIT_CODES.interrupted;
  terminal.complain(toSentence(describeError(error)));
  return EXIT_CODES.unexpected;
});
process.stdout.write('', () => {
  process.exit(code);
});
