import type { BundledPackage } from './bundled-packages.ts';

/**
 * Packages that publish neither a license nor a text, and what is known of them. A new one stops the build, so that a
 * person looks at it.
 */
const WITHOUT_LICENSE: Readonly<Record<string, string>> = {
  buffers:
    'This package names no license. Its source and its author, James Halliday, are at\nhttps://github.com/substack/node-buffers. His other packages in this bundle are under the MIT license.',
};

/**
 * The license file of a bundle: each package with its version, its license and all of its texts, and then what the code itself says about
 * copyright. Throws if a package lacks any text.
 */
export function renderLicenses(packages: readonly BundledPackage[], notices: readonly string[] = []): string {
  const entries = packages.map((each) =>
    [each.name, `${each.license ?? 'no license named'}, version ${each.version}`, ...textsOf(each)].join(
      '\n',
    ),
  );
  // Two copies of one version are one package.
  const sorted = [...new Set(entries)].toSorted(byCodePoint);
  const inCode =
    notices.length === 0 ? [] : ['Notices in the code of these packages', ...notices.toSorted(byCodePoint)];
  return `${[...sorted, ...inCode].join('\n\n\n')}\n`;
}

function textsOf({ name, license, author, texts }: BundledPackage): readonly string[] {
  if (texts.length > 0) return texts.map((text) => `\n${text}`);
  const known = WITHOUT_LICENSE[name];
  if (license === undefined && known !== undefined) return [`\n${known}`];
  if (license?.startsWith('MIT') === true && author !== undefined) return [`\n${renderMit(author)}`];
  throw new Error(
    `${name} has no license text: look at it, and say in scripts/render-licenses.ts what holds`,
  );
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The text that a package means which names the MIT license and its author, and includes no copy. */
function renderMit(author: string): string {
  return `The MIT License (named by the package, which includes no copy of the text)

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
