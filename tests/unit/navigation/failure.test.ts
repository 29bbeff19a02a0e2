import { describe, expect, test } from 'vitest';
import { dropReason } from '../../../utils/navigation/failure.ts';

describe('why a navigation ended', () => {
  test.each([
    ['net::ERR_CERT_AUTHORITY_INVALID', null, 'certificate'],
    ['net::ERR_SSL_PROTOCOL_ERROR', null, 'certificate'],
    ['Error code 2153398258', null, 'certificate'],
    ['The certificate is not trusted because it is self-signed.', null, 'certificate'],
    ['该证书因为其自签名而不被信任。', null, 'certificate'],
    ['net::ERR_CONNECTION_REFUSED', null, 'failed'],
    ['NS_ERROR_NET_RESET', null, 'failed'],
    ['Error code 2152398868', null, 'failed'],
    ['', null, 'failed'],
    ['A sentence that ends in Error code 2152398850', null, 'certificate'],
    ['Error code 2152398850 begins a sentence.', null, 'certificate'],
    ['net::ERR_ABORTED', null, 'aborted'],
    ['NS_BINDING_ABORTED', null, 'aborted'],
    ['Error code 2152398850', null, 'aborted'],
    ['net::ERR_ABORTED', 200, 'download'],
    ['NS_BINDING_ABORTED', 204, 'no content'],
    ['net::ERR_ABORTED', 205, 'no content'],
    ['net::ERR_CONNECTION_RESET', 200, 'failed'],
  ] as const)('%s after %s: %s', (error, status, reason) => {
    expect(dropReason(error, status)).toBe(reason);
  });
});
