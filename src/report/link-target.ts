/** An address as the target of a Markdown link: nothing in it can end the link or begin markup. */
export function linkTarget(url: string): string {
  return `<${encodeURI(url.toWellFormed())
    .replaceAll(/%25(?=[0-9a-f]{2})/gi, '%')
    .replaceAll('|', '%7C')}>`;
}
