import { LineCounter } from 'yaml';

import { breathe } from '../shared/breathe.ts';
import type { Problem } from '../shared/problem.ts';
import type { Result } from '../shared/result.ts';
import { checkNodes } from './check-nodes.ts';
import { explainYaml } from './explain-yaml.ts';
import { createLocate } from './locate.ts';
import type { Locate } from './locate.ts';
import { toPlainData } from './plain-data.ts';
import { readDocument } from './read-document.ts';
import { createTree } from './yaml-tree.ts';

/** One syntax error causes others: after a few, the rest is noise. */
const MAX_SYNTAX_ERRORS = 5;

/** The values of a file as plain data, and a look-up of their positions. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly locate: Locate;
  /** Errors and warnings that do not prevent reading the values: duplicate keys, unknown tags. */
  readonly problems: readonly Problem[];
}

/**
 * Reads one document of YAML 1.2 (core schema and merge keys); `file` names it in positions. Fails, with every problem, if it
 * is not YAML or its values cannot be built: aliases without an anchor, circular aliases, aliases that expand enormously. Throws the signal's
 * reason.
 */
export async function parseYaml(
  text: string,
  file: string,
  signal: AbortSignal,
): Promise<Result<ParsedYaml, readonly Problem[]>> {
  const lines = new LineCounter();
  const document = await readDocument(text, lines, signal);
  function problem(severity: Problem['severity'], message: string, offset: number): Problem {
    const { line, col } = lines.linePos(offset);
    return { severity, message, at: { file, line: Math.max(1, line), column: Math.max(1, col) } };
  }

  const version = document.directives.yaml.version;
  if (version !== '1.2') {
    const message = `The line \`%YAML\` asks for YAML ${version}, but specs are YAML 1.2. Remove the line.`;
    return { ok: false, error: [problem('error', message, 0)] };
  }
  if (document.errors.length > 0) {
    const found = document.errors.map((error) => problem('error', explainYaml(error), error.pos[0]));
    return { ok: false, error: onePerLine(found).slice(0, MAX_SYNTAX_ERRORS) };
  }
  await breathe(signal);
  const { faults, aliased } = checkNodes(document.contents);
  const problems = [
    ...faults.map((fault) => problem('error', fault.message, fault.offset)),
    ...document.warnings.map((warning) => problem('warning', explainYaml(warning), warning.pos[0])),
  ];
  if (faults.some((fault) => fault.fatal)) return { ok: false, error: problems };
  const tree = createTree(aliased);
  await breathe(signal);
  const locate = createLocate({ file, text, lines, root: document.contents, tree });
  return { ok: true, value: { value: toPlainData(document.contents, tree), locate, problems } };
}

function onePerLine(problems: readonly Problem[]): readonly Problem[] {
  // The last entry wins in a map, so iterating backwards keeps the first problem of each line.
  return [...new Map(problems.toReversed().map((problem) => [problem.at?.line, problem])).values()].reverse();
}
