import { pathToFileURL } from 'node:url';
import * as z from 'zod';

import { schemaFile } from '../../scripts/schema.ts';
import { startYamlServer } from './start-server.ts';

/** A spec in an editor that has the published schema. */
export interface SpecEditor extends AsyncDisposable {
  /** What the editor underlines in a spec: `LINE:COLUMN message`, from 1. */
  readonly problems: (text: string) => Promise<readonly string[]>;
  /** What the editor offers at the `|` in a spec. */
  readonly offers: (text: string) => Promise<readonly Offer[]>;
  /** What the editor shows of the word at the `|`. */
  readonly hover: (text: string) => Promise<string>;
}

/** A line in the list of completions; `text` is what it would insert. */
export interface Offer {
  readonly label: string;
  readonly text: string;
}

const published = z.object({
  uri: z.string(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      range: z.object({ start: z.object({ line: z.number(), character: z.number() }) }),
    }),
  ),
});
const item = z.object({
  label: z.string(),
  insertText: z.string().optional(),
  textEdit: z.object({ newText: z.string() }).optional(),
});
const completions = z.object({ items: z.array(item) });
const shown = z.object({ contents: z.object({ value: z.string() }) }).nullable();

/** Opens an editor with yaml-language-server. */
export async function openSpecEditor(): Promise<SpecEditor> {
  const server = await startYamlServer({
    schemas: { [schemaFile.href]: '*' },
    validate: true,
    completion: true,
    hover: true,
    schemaStore: { enable: false },
  });
  const waiting = new Map<string, (problems: readonly string[]) => void>();
  server.onNotification((method, params) => {
    if (method !== 'textDocument/publishDiagnostics') return;
    const { uri, diagnostics } = published.parse(params);
    waiting.get(uri)?.(
      diagnostics.map(
        ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
      ),
    );
  });
  let files = 0;
  const open = (text: string): string => {
    files += 1;
    const uri = pathToFileURL(`/specs/edits-${files}.yml`).href;
    server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return uri;
  };
  const openAt = (marked: string): { readonly textDocument: object; readonly position: object } => {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const uri = open(marked.replace('|', ''));
    return {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length },
    };
  };
  return {
    problems: async (text) =>
      await new Promise((resolve) => {
        const uri = open(text);
        waiting.set(uri, resolve);
      }),
    offers: async (marked) => {
      const { items } = completions.parse(await server.ask('textDocument/completion', openAt(marked)));
      return items.map(({ label, insertText, textEdit }) => ({
        label,
        text: textEdit?.newText ?? insertText ?? label,
      }));
    },
    hover: async (marked) =>
      shown.parse(await server.ask('textDocument/hover', openAt(marked)))?.contents.value ?? '',
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
    },
  };
}
