import path from 'node:path';
import ts from 'typescript';

import { parseSource } from './list-imports.ts';
import type { Rule, SourceFile } from './source-tree.ts';

const mostLines = 200;
const fewLines = 60;

/** No file is longer than 200 lines. */
export const noLongFiles: Rule = (files) =>
  files
    .filter((file) => countLines(file) > mostLines)
    .map((file) => `${file.path} has ${countLines(file)} lines`);

/** At least half of the files of `src/` have fewer than 60 lines. */
export const mostFilesAreShort: Rule = (files) => {
  const own = files.filter((file) => file.path.startsWith('src/'));
  const short = own.filter((file) => countLines(file) < fewLines).length;
  return short * 2 >= own.length ? [] : [`only ${short} of ${own.length} files are under ${fewLines} lines`];
};

/** Files are named by a verb or noun of the domain, in kebab-case; never by what they lack a name for. */
export const namesSaySomething: Rule = (files) =>
  files.flatMap((file) => {
    const name = path.posix.basename(file.path).replace(/(\.(test|d))?\.ts$/, '');
    const empty = /^(utils?|constants?|helpers?|index|common|misc)$/;
    if (file.path.split('/').some((part) => empty.test(part.replace(/\..*$/, ''))))
      return [`${file.path} is named by nothing of the domain`];
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [`${file.path} is not in kebab-case`];
  });

/** No file does nothing but pass on the exports of others. */
export const noBarrels: Rule = (files) =>
  files
    .filter((file) => {
      const { statements } = parseSource(file);
      const passedOn = statements.filter(
        (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
      );
      const rest = statements.filter((statement) => !ts.isImportDeclaration(statement));
      return passedOn.length > 0 && passedOn.length === rest.length;
    })
    .map((file) => `${file.path} only re-exports`);

function countLines({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
