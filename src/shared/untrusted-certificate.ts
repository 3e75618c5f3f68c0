/** Codes of Node for a certificate that this machine does not trust, and what is wrong with it. */
const CODES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'an authority that this machine does not know signed it',
  UNABLE_TO_GET_ISSUER_CERT: 'an authority that this machine does not know signed it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an authority that this machine does not know signed it',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an authority that this machine does not know signed it',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host',
};

const EXTRA_AUTHORITY =
  'if you trust it, set the environment variable NODE_EXTRA_CA_CERTS to a PEM file with the certificate of its authority';

/**
 * Why a connection failed, if the certificate of the server or of a proxy is the reason: a clause with what to do.
 * Waiting does not change that. Undefined for any other error.
 */
export function describeUntrusted(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const why = CODES[code];
  if (why === undefined) return describeUntrusted(error.cause);
  const isUnknown = /sign/i.test(why);
  return `the server's certificate is not trusted: ${why}${isUnknown ? `; ${EXTRA_AUTHORITY}` : ''}`;
}
