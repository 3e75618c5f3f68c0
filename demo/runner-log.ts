import { parseWorkflowCommand } from './workflow-command.ts';
import type { WorkflowCommand } from './workflow-command.ts';

/** A line as the reader of the log sees it: masked, its command carried out. */
export interface LogLine {
  readonly kind: 'plain' | 'group' | 'endgroup' | 'error' | 'warning' | 'notice' | 'debug';
  readonly text: string;
}

/** An annotation as it would appear beside a file. `line` and `column` count from 1. */
export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The runner's reading of a step's log. */
export interface RunnerLog {
  /** Takes one line without its line break; gives what is shown of it, undefined for nothing. */
  read(line: string): LogLine | undefined;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly lines: readonly LogLine[];
  /** Every command that was carried out, in order; values of masks included. */
  readonly commands: readonly WorkflowCommand[];
}

/** Starts a log. `secrets` are masked from the first line, as the runner masks `secrets.*`. */
export function createRunnerLog(secrets: readonly string[] = []): RunnerLog {
  const masks = [...secrets];
  const annotations: Annotation[] = [];
  const lines: LogLine[] = [];
  const commands: WorkflowCommand[] = [];
  let resumeWord: string | undefined;

  function show(kind: LogLine['kind'], text: string): LogLine {
    const line = { kind, text: mask(text, masks) };
    lines.push(line);
    return line;
  }

  function carryOut(command: WorkflowCommand): LogLine | undefined {
    commands.push(command);
    const { name, message } = command;
    switch (name) {
      case 'add-mask':
        masks.push(...[message, ...message.split(/\r?\n/)].filter((text) => text.trim() !== ''));
        return undefined;
      case 'stop-commands':
        resumeWord = message;
        return undefined;
      case 'error':
      case 'warning':
      case 'notice':
        annotations.push(toAnnotation(name, command, masks));
        return show(name, message);
      case 'group':
      case 'endgroup':
      case 'debug':
        return show(name, message);
      default:
        return undefined;
    }
  }

  return {
    annotations,
    masks,
    lines,
    commands,
    read(line) {
      if (resumeWord !== undefined) {
        if (line.trim() !== `::${resumeWord}::`) return show('plain', line);
        resumeWord = undefined;
        return undefined;
      }
      const command = parseWorkflowCommand(line);
      return command === undefined ? show('plain', line) : carryOut(command);
    },
  };
}

function toAnnotation(
  kind: Annotation['kind'],
  { properties, message }: WorkflowCommand,
  masks: readonly string[],
): Annotation {
  const { file, line, col, title } = properties as Partial<Record<'file' | 'line' | 'col' | 'title', string>>;
  return {
    kind,
    message: mask(message, masks),
    ...(title !== undefined && { title }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line: Number(line) }),
    ...(col !== undefined && { column: Number(col) }),
  };
}

/** The longest first: a mask inside another must not leave the rest of that one readable. */
function mask(text: string, masks: readonly string[]): string {
  return masks
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, secret) => (secret === '' ? masked : masked.replaceAll(secret, '***')), text);
}
