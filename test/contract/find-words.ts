import path from 'node:path';
import ts from 'typescript';

import { repository } from './source-tree.ts';

export const SRC = path.join(repository, 'src');

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word of one of the unions, as it is in a file. */
export interface Word {
  readonly file: string;
  readonly text: string;
  /** The position behind its last letter. */
  readonly at: number;
  /** The statement around it. */
  readonly within: Span;
}

function typeOf(program: ts.Program, { file, type }: { file: string; type: string }): ts.Type {
  const source = program.getSourceFile(path.join(SRC, file));
  const found = source?.statements.find(
    (node) => (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name.text === type,
  );
  if (found === undefined) throw new Error(`${file} declares no ${type}`);
  return program.getTypeChecker().getTypeAtLocation((found as ts.TypeAliasDeclaration).name);
}

export function membersOf(
  program: ts.Program,
  union: { file: string; type: string; key?: string },
): readonly string[] {
  const type = typeOf(program, union);
  const parts = type.isUnion() ? type.types : [type];
  const { key } = union;
  const checker = program.getTypeChecker();
  const values = parts.flatMap((part) => {
    if (key === undefined) return [part];
    const property = part.getProperty(key);
    const value = property && checker.getTypeOfSymbol(property);
    return value === undefined ? [] : value.isUnion() ? value.types : [value];
  });
  return values.flatMap((value) => (value.isStringLiteral() ? [value.value] : []));
}

export function declarationsOf(
  program: ts.Program,
  where: { file: string; type: string },
): ReadonlySet<ts.Node> {
  const { declarations = [] } = typeOf(program, where).getSymbol() ?? {};
  return new Set<ts.Node>(declarations);
}

/** The words of a file that are members of one of the unions, and the keys of the step's state; not their declarations. */
export function findWords(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  words: ReadonlySet<string>,
  keys: ReadonlySet<ts.Node>,
): readonly Word[] {
  const found: Word[] = [];
  const visit = (node: ts.Node): void => {
    const isWord = ts.isStringLiteral(node) && words.has(node.text) && isMember(node, checker, words);
    if (isWord || (ts.isIdentifier(node) && isKey(node, checker, keys))) {
      const at = isWord ? node.getEnd() - 1 : node.getEnd();
      found.push({ file: file.fileName, text: node.text, at, within: statementOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The compiler reports a wrong member at its property, its object or its statement: the innermost statement, or clause, counts. */
function statementOf(node: ts.Node): Span {
  let outer = node;
  while (!ts.isStatement(outer) && !ts.isCaseClause(outer.parent) && !ts.isSourceFile(outer.parent))
    outer = outer.parent;
  return { from: outer.getStart(), to: outer.getEnd() };
}

/** Whether a literal is used where one of the unions, or some of it, is expected. */
function isMember(node: ts.StringLiteral, checker: ts.TypeChecker, words: ReadonlySet<string>): boolean {
  const expected = expectedType(node, checker);
  if (expected === undefined) return false;
  const parts = (expected.isUnion() ? expected.types : [expected]).flatMap((part) =>
    part.isStringLiteral() ? [part.value] : [],
  );
  return parts.length > 0 && parts.every((part) => words.has(part));
}

function expectedType(node: ts.StringLiteral, checker: ts.TypeChecker): ts.Type | undefined {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return checker.getTypeAtLocation(parent.parent.parent.expression);
  if (ts.isBinaryExpression(parent) && isComparison(parent.operatorToken.kind))
    return checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left);
  return ts.isExpression(node) && !ts.isLiteralTypeNode(parent) ? checker.getContextualType(node) : undefined;
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}

/** Whether a name is a key of the step's state, read or written. */
function isKey(node: ts.Identifier, checker: ts.TypeChecker, keys: ReadonlySet<ts.Node>): boolean {
  const { parent } = node;
  const isOf = (type: ts.Type | undefined): boolean =>
    type?.getProperty(node.text)?.declarations?.some((declaration) => keys.has(declaration.parent)) === true;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return isOf(checker.getTypeAtLocation(parent.expression));
  if ((ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && parent.name === node)
    return isOf(checker.getContextualType(parent.parent));
  return false;
}
