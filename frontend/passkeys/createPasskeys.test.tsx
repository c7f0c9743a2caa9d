import { afterEach, describe, expect, it, vi } from "vitest";
import { createPasskeys } from "./createPasskeys.ts";

const salt = new Uint8Array(16).fill(7);
const secret = new Uint8Array(32).fill(9);
const id = new Uint8Array([1, 2, 250]);

/** What a device answers; with a secret, or without. */
function answer(first?: Uint8Array): Credential {
  const results = first && { first: first.buffer };
  return { rawId: id.buffer, getClientExtensionResults: () => ({ prf: { enabled: true, results } }) } as never;
}

const passkeys = createPasskeys("Ownchart 0x12…ab34");
afterEach(() => vi.restoreAllMocks());

describe("a passkey", () => {
  it("is made for this host, verifies its person and tells its secret for the salt", async () => {
    const create = vi.spyOn(navigator.credentials, "create").mockResolvedValue(answer(secret));
    expect(await passkeys.create(salt)).toEqual({ credential: id, factor: secret });
    expect(create.mock.calls[0]![0]!.publicKey).toMatchObject({
      rp: { id: location.hostname },
      user: { name: "Ownchart 0x12…ab34" },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    });
  });

  it("is asked at once where it does not tell its secret when it is made", async () => {
    vi.spyOn(navigator.credentials, "create").mockResolvedValue(answer());
    const get = vi.spyOn(navigator.credentials, "get").mockResolvedValue(answer(secret));
    expect(await passkeys.create(salt)).toEqual({ credential: id, factor: secret });
    expect(get.mock.calls[0]![0]!.publicKey).toMatchObject({
      rpId: location.hostname,
      userVerification: "required",
      allowCredentials: [{ type: "public-key", id }],
      extensions: { prf: { evalByCredential: { AQL6: { first: salt } } } },
    });
  });

  it("that holds no secret is refused by name", async () => {
    vi.spyOn(navigator.credentials, "create").mockResolvedValue(answer());
    vi.spyOn(navigator.credentials, "get").mockResolvedValue(answer());
    await expect(passkeys.create(salt)).rejects.toMatchObject({ name: "PasskeyWithoutSecret" });
  });

  it("that its person does not use stays unused, and the browser's reason is kept", async () => {
    const reason = new DOMException("Timed out or not allowed.", "NotAllowedError");
    vi.spyOn(navigator.credentials, "get").mockRejectedValue(reason);
    await expect(passkeys.ask([{ credential: id, salt }])).rejects.toMatchObject({ name: "NotAllowedError" });
  });
});
