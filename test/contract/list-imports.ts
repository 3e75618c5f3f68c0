import path from 'node:path';
import ts from 'typescript';

import type { SourceFile } from './source-tree.ts';

/** One import of a file, however it is written. */
export interface Import {
  /** The file that imports. */
  readonly from: string;
  /** As written: a package, or a path with its dots. */
  readonly specifier: string;
  /** The file it leads to, for relative ones. */
  readonly target: string | undefined;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

const listed = new WeakMap<SourceFile, readonly Import[]>();

/** Lists what a file imports: static, re-exported, dynamic and in types. */
export function listImports(file: SourceFile): readonly Import[] {
  const imports = listed.get(file) ?? findImports(file);
  listed.set(file, imports);
  return imports;
}

function findImports(file: SourceFile): readonly Import[] {
  const imports: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const target = specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file.path), specifier)
      : undefined;
    imports.push({ from: file.path, specifier, target, typeOnly });
  };
  visit(parseSource(file), (node) => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), isTypeImport(node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
      add(textOf(node.moduleSpecifier), node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(textOf(node.arguments[0]), false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(textOf(node.argument.literal), true);
  });
  return imports;
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** Parses a file, once for all rules; positions in it count as TypeScript counts. */
export function parseSource(file: SourceFile): ts.SourceFile {
  const source = parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

/** Calls `look` for every node, outermost first. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    visit(child, look);
  });
}

/** `import type { A }` and `import { type A, type B }`: nothing of either is left at run time. */
function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return (
    importClause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/** A computed specifier cannot be judged, so it is given as code and breaks every rule about paths. */
function textOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : (node?.getText() ?? '');
}
