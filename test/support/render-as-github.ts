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
  return { html: toHtml(shown), dropped: subtract(countNames(whole), countNames(shown)) };
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
