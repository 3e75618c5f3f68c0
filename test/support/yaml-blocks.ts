/** The YAML blocks of a page of Markdown, without the indent that a list gives them. */
export function listYamlBlocks(page: string): readonly string[] {
  return [...page.matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', block = '']) =>
    block.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}
