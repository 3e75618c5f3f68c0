/**
 * Reads what a step wrote to GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV, as strictly as the runner: `name=value` lines and
 * `name<<DELIMITER` blocks. The last value of a name wins. Throws for everything that would fail the step.
 */
export function parseFileCommand(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[requireName(line.slice(0, equals), line)] = line.slice(equals + 1);
    } else if (heredoc >= 0) {
      const name = requireName(line.slice(0, heredoc), line);
      values[name] = takeBlock(lines, requireName(line.slice(heredoc + 2), line));
    } else {
      throw new Error(`Invalid format '${line}'`);
    }
  }
  return values;
}

function requireName(name: string, line: string): string {
  if (name === '') throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return name;
}

function takeBlock(lines: string[], delimiter: string): string {
  const end = lines.indexOf(delimiter);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  const block = lines.splice(0, end + 1);
  return block.slice(0, -1).join('\n');
}
