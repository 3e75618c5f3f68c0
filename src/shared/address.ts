import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to the public internet. False for private, loopback, link-local,
 * unspecified, carrier-grade NAT, multicast, reserved and documentation addresses, for those of tunnels
 * and translators that could lead back to them, and for text that is no IP address at all.
 *
 * Takes the forms that DNS and `URL.hostname` give: dotted IPv4, IPv6 with or without brackets.
 * An IPv4-mapped IPv6 address is judged by the IPv4 address in it. An address with a zone
 * (`fe80::1%eth0`) is bound to one link, so it is never public.
 */
export function isPublicAddress(ip: string): boolean {
  const text = ip.startsWith('[') && ip.endsWith(']') ? ip.slice(1, -1) : ip;
  // Not `isValid`: that reads `127.1`, `0x7f000001` and bare numbers too, which no resolver gives.
  if (text.includes('%')) return false;
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text).range() === 'unicast';
  if (!ipaddr.IPv6.isValid(text)) return false;
  const address = ipaddr.IPv6.parse(text);
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().range() === 'unicast';
  // Global unicast is only 2000::/3 (IANA); this also refuses ::a.b.c.d, the IPv4-compatible form.
  return address.range() === 'unicast' && ((address.parts[0] ?? 0) & 0xe000) === 0x2000;
}
