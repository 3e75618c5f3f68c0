import type { YAMLError } from 'yaml';

/** Said in place of, or behind, what the parser says, for mistakes that people make in YAML. */
const EXPLANATIONS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'YAML cannot be indented with tabs. Use blanks.',
  MULTIPLE_DOCS: 'The file holds more than one YAML document (a line `---`). A spec is one document.',
  BLOCK_AS_IMPLICIT_KEY:
    'This line cannot be read. Text that holds `: ` needs quotes around it; otherwise check the indentation.',
  MULTILINE_IMPLICIT_KEY:
    'A key and its colon must stand on one line. Check the indentation here and in the line above.',
  BAD_SCALAR_START: 'Text cannot begin with this character. Put the text in quotes.',
  MISSING_CHAR: 'A quote or a bracket that was opened before this place is never closed.',
  RESOURCE_EXHAUSTION: 'Nested too deeply.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters. Perhaps the colon behind it is missing.',
};

/** A parse error as a sentence or two for people: no position, one line. */
export function explainYaml({ code, message }: YAMLError): string {
  const explanation = EXPLANATIONS[code];
  if (explanation !== undefined) return explanation;
  const line = message.replaceAll(/\s+/g, ' ').replace(/\.$/, '');
  return code === 'BAD_INDENT' || code === 'UNEXPECTED_TOKEN'
    ? `Not valid YAML: ${line}. Check brackets, quotes and indentation around it.`
    : `Not valid YAML: ${line}.`;
}
