/** Whether 32 bytes are a private key of secp256k1, as all but one in 2^128 are. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return value > 0n && value < orderOfSecp256k1;
}

export const orderOfSecp256k1 = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
