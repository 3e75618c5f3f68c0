import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

type Tree = ReturnType<typeof fromHtml>;
type Node = Tree | Tree['children'][number];

/** What GitHub shows of a text, as far as that is known. */
export interface Rendered {
  readonly html: string;
  /** The text in which GitHub looks for mentions, references, emoji and formulas: all that is not code or a lone `$`. */
  readonly text: string;
  /** Names of all elements, each once. */
  readonly elements: readonly string[];
  /** All addresses of links and pictures. */
  readonly addresses: readonly string[];
  /** Elements and attributes that the text asks for and GitHub does not show, e.g. `td style`. */
  readonly dropped: readonly string[];
}

/** GitHub's list by its own library `html-pipeline`, which has some elements more than the package's. */
const schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['abbr', 'bdo', 'caption', 'cite', 'dfn', 'figcaption', 'figure', 'mark', 'small', 'time', 'wbr'],
  ],
};

/** Renders GitHub's Markdown by its specification, and keeps of it what is on GitHub's list of allowed HTML. */
export function renderAsGitHub(markdown: string): Rendered {
  const whole = fromHtml(
    micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
    { fragment: true },
  );
  const shown = sanitize(whole, schema) as Tree;
  const addresses: string[] = [];
  const text = readText(shown, addresses);
  const names = countNames(shown);
  return {
    html: toHtml(shown),
    text,
    addresses,
    elements: [...names.keys()].filter((name) => !name.includes(' ')),
    dropped: subtract(countNames(whole), names),
  };
}

function readText(node: Node, addresses: string[]): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    const { href, src } = node.properties;
    addresses.push(...[href, src].filter((each) => typeof each === 'string'));
    if (node.tagName === 'code') return '';
  }
  const text = node.children.map((child) => readText(child, addresses)).join('');
  return node.type === 'element' && node.tagName === 'span' && text === '$' ? '' : text;
}

/** How often each element and each of its attributes occurs. */
function countNames(node: Node, counts = new Map<string, number>()): Map<string, number> {
  const add = (name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  if (node.type === 'element') {
    add(node.tagName);
    for (const name of Object.keys(node.properties)) add(`${node.tagName} ${name}`);
  }
  if ('children' in node) for (const child of node.children) countNames(child, counts);
  return counts;
}

function subtract(all: ReadonlyMap<string, number>, kept: ReadonlyMap<string, number>): readonly string[] {
  return [...all].flatMap(([name, count]) => (count > (kept.get(name) ?? 0) ? [name] : []));
}
