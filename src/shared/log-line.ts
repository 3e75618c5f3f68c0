const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/g;

/**
 * Makes text from anywhere safe to print in a step's log. The runner takes a line that begins with `::`
 * for a workflow command, and `##[` anywhere in a line for an old-style one
 * (actions/runner, ActionCommand.cs); escape sequences could hide or forge lines. Line breaks stay.
 */
export function neutraliseLogText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(CONTROL, '\uFFFD')
    .replaceAll('##[', '## [')
    .replaceAll(/^(\s*):(?=:)/gm, '$1: ');
}
