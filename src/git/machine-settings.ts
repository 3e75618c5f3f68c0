import type { Env } from '../shared/ports.ts';
import type { GitSetting } from './git-settings.ts';

/** Names under `http.` (or `http.<url>.`) for how this machine reaches the network, by the kind of their value. */
const NAMES: Readonly<Record<string, 'text' | 'path' | 'switch'>> = {
  proxy: 'text',
  proxyauthmethod: 'text',
  proxysslcainfo: 'path',
  proxysslcert: 'path',
  proxysslkey: 'path',
  sslbackend: 'text',
  sslcainfo: 'path',
  sslcapath: 'path',
  sslcert: 'path',
  sslkey: 'path',
  sslversion: 'text',
  sslcipherlist: 'text',
  schannelcheckrevoke: 'switch',
  schannelusesslcainfo: 'switch',
  pinnedpubkey: 'text',
  version: 'text',
};

/** Arguments that list the machine's settings for proxies and certificates; exit status 1 if there are none. */
export const LIST_MACHINE_SETTINGS: readonly string[] = [
  'config',
  '--null',
  '--get-regexp',
  `^http\\.(.*\\.)?(${Object.keys(NAMES).join('|')})$`,
];

/**
 * Reads what `LIST_MACHINE_SETTINGS` prints: `key`, a line break, `value`, NUL; a switch may have no value. `~/` is
 * resolved here, because git's home is a different one in our own processes. A setting without a value is left out.
 */
export function parseMachineSettings(text: string, env: Env): readonly GitSetting[] {
  const home = env['HOME'] ?? env['USERPROFILE'];
  return text
    .split('\0')
    .filter((record) => record !== '')
    .flatMap((record): readonly GitSetting[] => {
      const [key = '', ...rest] = record.split('\n');
      const kind = NAMES[key.slice(key.lastIndexOf('.') + 1)];
      const value = rest.length === 0 ? undefined : rest.join('\n');
      if (value === undefined) return kind === 'switch' ? [[key, 'true']] : [];
      const isHome = kind === 'path' && home !== undefined && /^~[/\\]/.test(value);
      return [[key, isHome ? home + value.slice(1) : value]];
    });
}
