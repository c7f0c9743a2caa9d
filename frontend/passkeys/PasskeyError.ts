/** A passkey that signs, but holds no secret. */
export class PasskeyError extends Error {
  override readonly name = "PasskeyWithoutSecret";

  constructor() {
    super("This passkey cannot hold the secret that a vault needs.");
  }
}
