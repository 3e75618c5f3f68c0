import { describe, expect, test } from 'vitest';

import { refuseAddress } from '../../src/download/check-address.ts';

const LISTED = [
  { host: 'cdn.example.com' },
  { host: 'files.example.com', port: 8443 },
  { host: '127.0.0.1', port: 8080 },
  { host: '::1', port: 8080 },
  { host: 'localhost' },
  { host: '10.0.0.1' },
  { host: 'plain.example.com', port: 80 },
  { host: 'sealed.example.com', port: 443 },
  { host: 'plain.localhost', port: 80 },
];

describe('output addresses that may be read', () => {
  test.each([
    'https://outputs.runcomfy.net/a.jpg',
    'https://a.b.runcomfy.com/a.jpg?sig=1',
    'https://OUTPUTS.RunComfy.NET/a.jpg',
    'https://outputs.runcomfy.net:443/a.jpg',
    'https://cdn.example.com/a.jpg',
    'https://files.example.com:8443/a.jpg',
    'http://127.0.0.1:8080/a.jpg',
    'http://[::1]:8080/a.jpg',
    'http://localhost/a.jpg',
    'http://localhost:80/a.jpg',
    'https://cdn.example.com:443/a.jpg',
    'https://sealed.example.com/a.jpg',
    'https://sealed.example.com:443/a.jpg',
    'http://plain.localhost/a.jpg',
  ])('%s', (url) => {
    expect(refuseAddress(new URL(url), LISTED)).toBeUndefined();
  });
});

describe('output addresses that may not', () => {
  test.each([
    ['http://outputs.runcomfy.net/a.jpg', 'http is allowed on loopback only'],
    ['http://cdn.example.com/a.jpg', 'http is allowed on loopback only'],
    ['https://outputs.runcomfy.net:8443/a.jpg', 'may not come from this host'],
    ['https://runcomfy.net/a.jpg', 'may not come from this host'],
    ['https://runcomfy.net.example.com/a.jpg', 'may not come from this host'],
    ['https://evilruncomfy.net/a.jpg', 'may not come from this host'],
    ['https://outputs.runcomfy.net./a.jpg', 'may not come from this host'],
    ['https://cdn.example.com:444/a.jpg', 'may not come from this host'],
    ['https://files.example.com/a.jpg', 'may not come from this host'],
    ['https://plain.example.com/a.jpg', 'may not come from this host'],
    ['https://sealed.example.com:80/a.jpg', 'may not come from this host'],
    ['http://sealed.example.com/a.jpg', 'may not come from this host'],
    ['https://plain.localhost/a.jpg', 'may not come from this host'],
    ['http://127.0.0.1:8081/a.jpg', 'may not come from this host'],
    ['https://169.254.169.254/latest', 'may not come from this host'],
    ['https://[::ffff:169.254.169.254]/latest', 'may not come from this host'],
    ['https://10.0.0.1/a.jpg', 'leads inside a network'],
    ['http://10.0.0.1/a.jpg', 'http is allowed on loopback only'],
    ['https://user@outputs.runcomfy.net/a.jpg', 'user name or a password'],
    ['https://:secret@outputs.runcomfy.net/a.jpg', 'user name or a password'],
    ['file:///etc/passwd', 'the address is `file:///etc/passwd`, and only https addresses are read'],
    ['data:image/png;base64,AAAA', 'the address is `data:image/png;base64,AAAA`, and only https'],
  ])('%s', (url, reason) => {
    expect(refuseAddress(new URL(url), LISTED)?.reason).toContain(reason);
  });
});
