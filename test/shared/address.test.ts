import { describe, expect, test } from 'vitest';

import { isPublicAddress } from '../../src/shared/address.ts';

/** The host as a URL has it after WHATWG normalization. */
function hostOf(url: string): string {
  return new URL(url).hostname;
}

describe('addresses of the public internet', () => {
  test.each(['1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '169.253.1.1'])(
    '%s',
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true);
    },
  );
  test.each(['2606:4700::1111', '[2606:4700::1111]', '2a00:1450:4001:80b::200e', '::ffff:8.8.8.8'])(
    '%s',
    (ip) => {
      expect(isPublicAddress(ip)).toBe(true);
    },
  );
});

describe('addresses that are not', () => {
  test.each([
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds answer with credentials', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.7'],
    ['documentation', '203.0.113.9'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['loopback, in brackets', '[::1]'],
    ['link-local', 'fe80::1'],
    ['a zone', 'fe80::1%eth0'],
    ['a zone', '2606:4700::1111%eth0'],
    ['unique local', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped in hex', '::ffff:a9fe:a9fe'],
    ['IPv4-compatible', '::7f00:1'],
    ['IPv4-compatible public', '::808:808'],
    ['NAT64 of loopback', '64:ff9b::7f00:1'],
    ['NAT64, local use', '64:ff9b:1::1'],
    ['6to4 of 10.0.0.1', '2002:a00:1::'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['discard', '100::1'],
    ['SRv6', '5f00::1'],
    ['unassigned', '4000::1'],
    ['a name', 'example.com'],
    ['nothing', ''],
    ['decimal', '2130706433'],
    ['hex', '0x7f000001'],
    ['short', '127.1'],
  ])('%s: %s', (_, ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });

  test.each([
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://１２７.0.0.1/',
    'https://[::ffff:169.254.169.254]/',
    'https://0/',
  ])('%s, as URL parsing normalizes it', (url) => {
    expect(isPublicAddress(hostOf(url))).toBe(false);
  });
});
