/** Whether this browser may have passkeys that can hold a secret. Only making one tells for sure. */
export async function canUsePasskeys(): Promise<boolean> {
  const { PublicKeyCredential: passkeys } = globalThis;
  if (passkeys === undefined || navigator.credentials === undefined) return false;
  const capabilities = await passkeys.getClientCapabilities?.().catch(() => undefined);
  return capabilities?.["extension:prf"] !== false;
}
