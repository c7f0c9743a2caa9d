/**
 * How a key is sealed to a public key. 1 = X25519; 2 = X-Wing, X25519 together with ML-KEM-768, which is the default:
 * whoever keeps today's ciphertexts must not be able to open them with a quantum computer one day.
 */
export const suites = {
  1: { publicKeySize: 32, wrapSize: 80 },
  2: { publicKeySize: 1216, wrapSize: 1168 },
} as const;

export type Suite = keyof typeof suites;

export const defaultSuite: Suite = 2;

export function isSuite(value: unknown): value is Suite {
  return value === 1 || value === 2;
}
