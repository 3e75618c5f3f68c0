/** A command to the runner, found in a line of a step's log. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Commands that the runner acts on; a line with another name is plain text to it. */
const known = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * Reads a line as the runner does: `::name key=value,key=value::message` after any white space, or the older
 * `##[name key=value;key=value]message` anywhere in the line. Gives undefined for plain text.
 */
export function parseWorkflowCommand(line: string): WorkflowCommand | undefined {
  return parseColons(line.trimStart()) ?? parseBrackets(line);
}

function parseColons(line: string): WorkflowCommand | undefined {
  const end = line.indexOf('::', 2);
  if (!line.startsWith('::') || end < 0) return undefined;
  return toCommand(line.slice(2, end), ',', line.slice(end + 2), [
    [':', '%3A'],
    [',', '%2C'],
  ]);
}

function parseBrackets(line: string): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  if (start < 0 || end < 0) return undefined;
  return toCommand(line.slice(start + 3, end), ';', line.slice(end + 1), [
    [']', '%5D'],
    [';', '%3B'],
  ]);
}

type Escapes = readonly (readonly [character: string, code: string])[];

/** The percent sign comes last, so that an escaped one does not make new escapes. */
const everywhere: Escapes = [
  ['\r', '%0D'],
  ['\n', '%0A'],
  ['%', '%25'],
];

function toCommand(
  head: string,
  separator: string,
  message: string,
  inProperties: Escapes,
): WorkflowCommand | undefined {
  const [, name = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(head) ?? [];
  if (!known.has(name.toLowerCase())) return undefined;
  const properties: Record<string, string> = {};
  for (const pair of rest.split(separator)) {
    const equals = pair.indexOf('=');
    if (equals <= 0 || equals === pair.length - 1) continue;
    properties[pair.slice(0, equals).trim()] = unescape(pair.slice(equals + 1), [
      ...inProperties,
      ...everywhere,
    ]);
  }
  return { name: name.toLowerCase(), properties, message: unescape(message, everywhere) };
}

function unescape(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [character, code]) => result.replaceAll(code, character), text);
}
