import type { GitRemote } from './types.ts';

/** A key of git's configuration and its value. */
export type GitSetting = readonly [key: string, value: string];

/** Name of the one remote. */
export const REMOTE = 'origin';

/** How git works here, whatever the machine's configuration says: no prompts, no helpers, no hooks, no housekeeping. */
export function localSettings(): readonly GitSetting[] {
  return [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['credential.helper', ''],
  ];
}

/**
 * The settings for work with the remote: no redirects (the header with the token must not follow one), and no time spent
 * on compressing pictures. The token is bound to the remote's origin; a remote on this machine gets none.
 */
export function gitSettings({ url, token }: GitRemote): readonly GitSetting[] {
  return [
    ...localSettings(),
    [`remote.${REMOTE}.url`, url],
    // What is absent here may be requested from there, so a commit can be made without the pictures of others.
    [`remote.${REMOTE}.promisor`, 'true'],
    [`remote.${REMOTE}.partialclonefilter`, 'blob:none'],
    // Pictures are already compressed: deflating and comparing them took seven times as long and saved nothing.
    ['core.compression', '0'],
    ['pack.window', '0'],
    // The repository is thrown away at the end of the run.
    ['core.fsync', 'none'],
    ['commit.gpgSign', 'false'],
    ['push.gpgSign', 'false'],
    ['push.recurseSubmodules', 'no'],
    ['push.followTags', 'false'],
    ['fetch.recurseSubmodules', 'no'],
    ['advice.pushUpdateRejected', 'false'],
    ['protocol.version', '2'],
    ['http.followRedirects', 'false'],
    // A server that unpacks a large push sends 5 bytes every 5 s; less than that for 2 minutes means a dead connection.
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '120'],
    ...tokenSetting(url, token),
  ];
}

function tokenSetting(url: string, token: string): readonly GitSetting[] {
  const { origin, protocol } = new URL(url);
  if (token === '' || protocol === 'file:') return [];
  return [[`http.${origin}/.extraheader`, `Authorization: basic ${encodeToken(token)}`]];
}

/** The token as it is in the header: user and password of HTTP basic authentication, in base64. */
export function encodeToken(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}

/** The text with `***` instead of the token and of the form in which it is sent. An empty token is found nowhere. */
export function redactToken(text: string, token: string): string {
  return token === '' ? text : text.replaceAll(encodeToken(token), '***').replaceAll(token, '***');
}
