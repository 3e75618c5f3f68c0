import type { Terminal } from '../runner/terminal.ts';
import { VERSION } from '../shared/version.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { readCommand } from './read-command.ts';
import { USAGE } from './usage.ts';

/** Does what the command line asks for. Each command is loaded when it is needed, so that the others start sooner. */
export async function runCommand(terminal: Terminal): Promise<ExitCode> {
  const command = readCommand(terminal.args);
  if (!command.ok) {
    terminal.complain(`${command.error} See \`dreamina-edits --help\`.`);
    return EXIT_CODES.usage;
  }
  const { value } = command;
  switch (value.kind) {
    case 'help':
      terminal.print(USAGE);
      return EXIT_CODES.ok;
    case 'version':
      terminal.print(VERSION);
      return EXIT_CODES.ok;
    case 'validate': {
      const { validateHere } = await import('./validate-here.ts');
      return await validateHere(value, terminal);
    }
    case 'plan': {
      const { planHere } = await import('./plan-here.ts');
      return await planHere(value, terminal);
    }
    case 'models': {
      const { modelsHere } = await import('./models-here.ts');
      return await modelsHere(value, terminal);
    }
    case 'init': {
      const { initHere } = await import('./init-here.ts');
      return await initHere(value, terminal);
    }
  }
}
