import type { YAMLError } from 'yaml';

import { quoteWords, toSentence } from '../shared/sentence.ts';

/** Explanations for common mistakes in YAML, used instead of the parser's message. */
const EXPLANATIONS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'YAML cannot be indented with tabs. Use spaces.',
  MULTIPLE_DOCS: 'The file contains more than one YAML document (a line `---`). A spec is one document.',
  BLOCK_AS_IMPLICIT_KEY:
    'This line cannot be read. Put text that contains `: ` in quotes; otherwise check the indentation.',
  MULTILINE_IMPLICIT_KEY:
    'A key and its colon must be on the same line. Check the indentation of this line and the line above.',
  BAD_SCALAR_START: 'Text cannot start with this character. Put the text in quotes.',
  MISSING_CHAR: 'A quote or bracket that was opened before this position is never closed.',
  RESOURCE_EXHAUSTION: 'This is nested too deeply.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 characters. The colon after it may be missing.',
};

/** A parse error as one or two sentences on one line, without its position. */
export function explainYaml({ code, message }: YAMLError): string {
  const explanation = EXPLANATIONS[code];
  if (explanation !== undefined) return explanation;
  const why = toSentence(`not valid YAML: ${quoteWords(message.replaceAll(/\s+/g, ' '))}`);
  return code === 'BAD_INDENT' || code === 'UNEXPECTED_TOKEN'
    ? `${why} Check the brackets, quotes and indentation around it.`
    : why;
}
