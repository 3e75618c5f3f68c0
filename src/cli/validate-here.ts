import { describeChecked } from '../run/plan/validate.ts';
import type { Terminal } from '../runner/terminal.ts';
import { listErrors } from '../shared/problem.ts';
import { checkHere } from './check-here.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { findPlace } from './find-place.ts';
import { createPaint } from './paint.ts';
import type { ValidateCommand } from './commands.ts';
import { renderJson } from './render-json.ts';
import { renderProblems } from './render-problems.ts';

/** `dreamina-edits validate`: what `mode: validate` finds, on this machine. */
export async function validateHere(command: ValidateCommand, terminal: Terminal): Promise<ExitCode> {
  const place = await findPlace(terminal.directory, command.spec);
  const checked = await checkHere(place, command.only, terminal);
  const { problems } = checked;
  const isValid = listErrors(problems).length === 0;
  if (command.isJson) terminal.print(renderJson('validate', place, problems));
  else {
    const paint = createPaint(terminal.isColored && !command.isPlain);
    const headline = `${describeChecked(checked)}.`;
    const last = isValid ? paint.green(`✓ ${headline}`) : paint.red(`✗ ${headline}`);
    terminal.print([...renderProblems(problems, paint), last].join('\n'));
  }
  return isValid ? EXIT_CODES.ok : EXIT_CODES.errors;
}
