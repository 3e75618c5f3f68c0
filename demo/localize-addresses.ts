/** Where a preview finds what its page names on a server. */
export interface LocalCopy {
  /** What addresses that have a copy begin with; ends with a slash. */
  readonly server: string;
  /** Whether the page is there, too, so that a relative address means something. */
  readonly isOnServer: boolean;
  /** The copy's folder, relative to the preview's page. */
  readonly folder: string;
}

/** Leads the links and pictures of a page that are on the server to the copy beside it; others stay as they are. */
export function localizeAddresses(html: string, { server, isOnServer, folder }: LocalCopy): string {
  return html.replaceAll(/(?<= (?:src|href)=")[^"#][^"]*(?=")/g, (address) => {
    const url = URL.parse(address.replaceAll('&amp;', '&'), isOnServer ? server : undefined);
    if (url?.href.startsWith(server) !== true) return address;
    // Without the query, which asks the server for the file itself.
    return `${folder}/${`${url.origin}${url.pathname}`.slice(server.length)}`;
  });
}
