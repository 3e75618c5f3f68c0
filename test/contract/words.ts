import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

import { parseSource, visit } from './list-imports.ts';
import { repository, type Rule, type SourceFile } from './source-tree.ts';

/** Texts that people read, and the comments beside them. */
const PATTERN =
  '{README.md,action.yml,docs/**/*.md,schema/*.json,examples/**/*.{yml,txt},{src,emulator,demo,scripts,bench}/**/*.{ts,md},findings/*}';

/** Reads every file whose words are checked, sorted by path. */
export async function readTexts(pattern = PATTERN): Promise<readonly SourceFile[]> {
  const paths: string[] = [];
  for await (const file of glob(pattern, { cwd: repository })) paths.push(file);
  return await Promise.all(
    paths.toSorted().map(async (file) => ({
      path: file.replaceAll('\\', '/'),
      text: await readFile(path.join(repository, file), 'utf8'),
    })),
  );
}

/** Phrases that are wrong in every context, each with what to write instead. */
const PHRASES: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\b(?:is|was|are|were|be) at (?:it|them)\b|\brun is at\b(?! the)/, 'working on it'],
  [/\bmend(?:s|ed|ing)?\b/, 'fix'],
  [/\bsurely\b/, 'certainly'],
  [/\bluckier\b/, 'may succeed'],
  [/\bwaited for until this\b/, 'Stopped waiting: WHY'],
  [/\bdid not come to (?:its|an) end\b/, 'was interrupted'],
  [/\bis there again\b/, 'is reachable again'],
  [/\bcannot be made sure\b/, 'cannot guarantee'],
  [/\bnobody\b/, 'no one, or the active voice'],
  [/\bwhoever\b/, 'anyone who'],
  [/\banew\b/, 'again'],
  [/\btake `[^`]+` away\b/, 'remove `x`'],
  [
    /\b(?:stands|(?:that|to|they|may|can|must) stand) (?:beside|in|at|on|among|there|between|behind|under|inside)\b/,
    'is',
  ],
  [/\btells? (?:of|what|how|no|everything|all|nothing)\b/, 'says, shows, reports'],
  [/\bmet an error that would\b/, 'failed in a way that would'],
  [/\bcame to its end\b/, 'ended'],
  [/\bno more for good\b|\bhas it no more\b/, 'no longer'],
  [/\b(?:absent|empty|undefined|true|false|fails|throws|ends) where\b/, 'if, or when'],
  [/\belsewhere\b/, 'in another run, to another destination'],
  [/\b(?:tells|told)\b(?! apart)/, 'says, reports, records'],
  [/\bin vain\b/, 'without a result'],
  [/\b(?:by|to|for) who (?!m)\w+/, 'the one that, or its name'],
  [/\btime (?:is|was) over\b/, 'time is up, or ran out of time'],
  [/\bin spite of everything\b/, 'nevertheless'],
  [/\bto blame\b/, 'the cause'],
  [/\bkeeps? (?:it )?in mind\b/, 'remembers'],
];

/** None of the phrases that are wrong in every context. */
export const noOddPhrases: Rule = (files) =>
  files.flatMap((file) =>
    PHRASES.flatMap(([phrase, instead]) =>
      // Comments are wrapped, so that a phrase may reach over the end of a line.
      [...file.text.matchAll(inRunningText(phrase))].map(
        (found) => `${at(file, found.index)}: “${found[0]}”; write “${instead}”`,
      ),
    ),
  );

/** Parts of hyphenated names, as in paths, do not count. */
function inRunningText(phrase: RegExp): RegExp {
  const spaced = phrase.source.replaceAll(' ', String.raw`\s+(?:[*/#]+\s+)?`);
  return new RegExp(String.raw`(?<![\w/-])(?:${spaced})(?![\w-])`, 'gi');
}

/** A sentence ends with one full stop; three of them are an ellipsis. */
export const oneFullStop: Rule = (files) =>
  files.flatMap((file) =>
    [...file.text.matchAll(/(?:[\w)»”]|(?<=[\w)])`)\.\.(?=[\s'"<*]|$)/gm)].map(
      (found) => `${at(file, found.index)}: two full stops after “${found[0]}”`,
    ),
  );

const NOUN =
  '(?:(?:more|other|new|open) )?(edit|picture|image|file|problem|run|job|request|entry|note|output|reference|submit|claim|take|day|minute|hour|second)';

/** Counts that are written out agree with their nouns: `1 edit`, `2 edits`. */
export const countsAgree: Rule = (files) =>
  files.flatMap((file) => {
    const one = new RegExp(String.raw`(?<![\d.,:/×-])\b1 ${NOUN.replace('entry', 'entrie')}s\b`, 'g');
    const many = new RegExp(
      String.raw`(?<![\d.:/×-])\b(?:0|[2-9]|\d{2,3}) ${NOUN}\b(?![\w-]| ${NOUN}s)`,
      'g',
    );
    return [...file.text.matchAll(one), ...file.text.matchAll(many)].map(
      (found) => `${at(file, found.index)}: “${found[0]}”`,
    );
  });

/** A count in a message comes from `plural`, which knows when its noun has an s. */
export const countsComeFromPlural: Rule = (files) =>
  files.flatMap((file) => {
    if (!file.path.endsWith('.ts')) return [];
    const faults: string[] = [];
    visit(parseSource(file), (node) => {
      if (!ts.isTemplateSpan(node)) return;
      const noun = new RegExp(`^ ${NOUN.replace('entry', 'entrie')}s\\b`).exec(node.literal.text);
      if (noun !== null)
        faults.push(`${at(file, node.literal.getStart())}: “\${...}${noun[0]}”; use plural()`);
    });
    return faults;
  });

function at({ path: name, text }: SourceFile, index: number): string {
  return `${name}:${text.slice(0, index).split('\n').length}`;
}
