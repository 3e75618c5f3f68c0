import ts from 'typescript';

import { parseSource, visit } from './list-imports.ts';
import type { SourceFile } from './source-tree.ts';

/** One step of a walk through the code: a function, and the file that it is in. */
export interface Hop {
  readonly file: string;
  readonly name: string;
}

/** A function that the value passes on its way. */
export interface Stop extends Hop {
  /** What it calls with the value, in order: each gives the value back, perhaps in another form. */
  readonly sides: readonly Hop[];
}

/** The way of one value through the code, as docs/architecture.md lists it. */
export interface Walk {
  readonly title: string;
  /** How many files it may visit. */
  readonly mostFiles: number;
  /** One list for each process that the value passes through. */
  readonly parts: readonly (readonly Stop[])[];
}

/**
 * Reads the walks of a page: each begins with `<!-- walk: TITLE, at most N files -->` and lists its hops as numbered lines
 * that begin with the file and the function, each in backticks; after "by way of" come functions that the hop calls with the
 * value and that give it back. A line of text begins a new list, not connected to the one before.
 */
export function parseWalks(page: string): readonly Walk[] {
  return page.split('<!-- walk: ').flatMap((part, index): readonly Walk[] => {
    const [, title, most] = /^(.+), at most (\d+) files -->/.exec(part) ?? [];
    if (index === 0 || title === undefined) return [];
    const [body = ''] = part.split(/\n#|<!-- \/walk -->/);
    const parts = body.split(/\n(?=[A-Z])/).map((text) => {
      const lines = text.match(/^\d+\. .+$/gm) ?? [];
      return lines.flatMap((line): readonly Stop[] => {
        const [way = '', beside = ''] = line.split('by way of');
        return readHops(way)
          .slice(0, 1)
          .map((hop) => ({ ...hop, sides: readHops(beside) }));
      });
    });
    return [{ title, mostFiles: Number(most), parts: parts.filter((hops) => hops.length > 0) }];
  });
}

/** How many files a walk visits, and how many with those by the way, as the page says it. */
export function describeLength({ parts }: Walk): string {
  const stops = parts.flat();
  const visited = new Set(stops.map(({ file }) => file));
  const all = new Set([...visited, ...stops.flatMap(({ sides }) => sides.map(({ file }) => file))]);
  return `${visited.size} files; ${all.size} with those by the way.`;
}

function readHops(text: string): readonly Hop[] {
  return [...text.matchAll(/`([^`]+\.ts)` `([^`]+)`/g)].map(([, file = '', name = '']) => ({ file, name }));
}

/**
 * What is wrong with a walk: a function that is not there, too many files, or two functions in a row of which neither uses
 * the other. A value goes down as an argument, or up as what a function gives back. A side must be used by its hop, or by a
 * side before it.
 */
export function judgeWalk(
  { title, mostFiles, parts }: Walk,
  files: readonly SourceFile[],
): readonly string[] {
  const visited = new Set(parts.flat().map(({ file }) => file));
  const faults = visited.size > mostFiles ? [`${title}: visits ${visited.size} files, not ${mostFiles}`] : [];
  if (parts.length === 0 || parts.some((hops) => hops.length < 2)) faults.push(`${title}: has too few hops`);
  for (const [hop, next] of parts.flatMap(pairs)) {
    if (findFunctions(hop, files).length === 0)
      faults.push(`${title}: ${hop.file} has no function ${hop.name}`);
    else if (next !== undefined && !isUsedBy(next, hop, files) && !isUsedBy(hop, next, files))
      faults.push(
        `${title}: neither ${hop.name} in ${hop.file} nor ${next.name} in ${next.file} uses the other`,
      );
    faults.push(...judgeSides(hop, files).map((fault) => `${title}: ${fault}`));
  }
  return faults;
}

function judgeSides(hop: Stop, files: readonly SourceFile[]): readonly string[] {
  return hop.sides.flatMap((side, index): readonly string[] => {
    const users = [hop, ...hop.sides.slice(0, index)];
    if (findFunctions(side, files).length === 0) return [`${side.file} has no function ${side.name}`];
    return users.some((user) => isUsedBy(side, user, files))
      ? []
      : [`${hop.name} in ${hop.file} does not use ${side.name} in ${side.file}`];
  });
}

function pairs(hops: readonly Stop[]): readonly (readonly [hop: Stop, next: Stop | undefined])[] {
  return hops.map((hop, index) => [hop, hops[index + 1]]);
}

function isUsedBy({ name }: Hop, user: Hop, files: readonly SourceFile[]): boolean {
  return findFunctions(user, files).some((body) => uses(body, name));
}

/** The functions of that name: declarations, methods, and functions that a constant or a property holds. */
function findFunctions({ file, name }: Hop, files: readonly SourceFile[]): readonly ts.Node[] {
  const source = files.find(({ path }) => path === file);
  if (source === undefined) return [];
  const found: ts.Node[] = [];
  visit(parseSource(source), (node) => {
    const isNamed =
      (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || isHolder(node)) &&
      node.name?.getText() === name;
    if (isNamed) found.push(node);
  });
  return found;
}

function isHolder(node: ts.Node): node is ts.VariableDeclaration | ts.PropertyAssignment {
  if (!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node)) return false;
  const { initializer } = node;
  return (
    initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
  );
}

/** Whether a function names another one, as what it calls or hands on. */
function uses(body: ts.Node, name: string): boolean {
  let isUsed = false;
  ts.forEachChild(body, (child) => {
    visit(child, (node) => {
      const isOwnName = node.parent === body && 'name' in body && body.name === node;
      if (ts.isIdentifier(node) && node.text === name && !isOwnName) isUsed = true;
    });
  });
  return isUsed;
}
