import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { marked } from 'marked';

import { type LocalCopy, localizeAddresses } from './localize-addresses.ts';
import { sanitizeHtml } from './sanitize-html.ts';

const page = `
  body { margin: 0; background: #f6f8fa; }
  header { padding: 20px 16px; text-align: center; font: 600 14px/1.5 system-ui, sans-serif; color: #59636e; }
  main.markdown-body { box-sizing: border-box; max-width: 1012px; margin: 0 auto 48px; padding: 24px 32px 32px; border: 1px solid #d1d9e0; border-radius: 8px; background: #fff; overflow-x: auto; }
  @media (max-width: 600px) { main.markdown-body { padding: 16px; border-radius: 0; } }
  @media (prefers-color-scheme: dark) {
    body { background: #010409; }
    header { color: #9198a1; }
    main.markdown-body { border-color: #3d444d; background: #0d1117; }
  }`;

/**
 * Makes a complete HTML page of Markdown, a job summary's or a repository's, much as GitHub shows it, in light and dark.
 * What it names of `copy` is shown from there; the page needs no network besides other pictures that it names.
 */
export async function renderPage(markdown: string, title: string, copy?: LocalCopy): Promise<string> {
  const stylesheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css');
  const css = await readFile(stylesheet, 'utf8');
  const shown = sanitizeHtml(await marked.parse(markdown, { gfm: true }), copy?.isOnServer);
  const body = copy === undefined ? shown : localizeAddresses(shown, copy);
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title>
<style>${css}${page}</style>
<header>${heading}</header>
<main class="markdown-body">
${body}
</main>
</html>
`;
}
