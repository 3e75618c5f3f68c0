import { isIPv4 } from 'node:net';

/**
 * Whether a host of a URL can only be this machine: 127.0.0.0/8, ::1, `localhost` and names under it
 * (RFC 6761, section 6.3). Takes IPv6 addresses with or without brackets.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    (isIPv4(name) && name.startsWith('127.'))
  );
}
