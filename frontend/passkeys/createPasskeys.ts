import type { PasskeyAnswer, Passkeys } from "#core/sealing/vault/passkey.ts";
import { PasskeyError } from "./PasskeyError.ts";

/** WebAuthn as browsers have it, which is in the page alone; the name is what the device lists the passkey under. */
export function createPasskeys(name: string): Passkeys {
  return {
    async create(salt) {
      const made = await navigator.credentials.create({ publicKey: creation(name, salt) });
      const credential = new Uint8Array((made as PublicKeyCredential).rawId);
      const factor = secretOf(made);
      // Many devices tell the secret only when a passkey is used, not yet when it is made.
      return factor === undefined ? ask([{ credential, salt }]) : { credential, factor };
    },
    ask,
  };
}

async function ask(candidates: Parameters<Passkeys["ask"]>[0]): Promise<PasskeyAnswer> {
  const asked = await navigator.credentials.get({
    publicKey: {
      challenge: unusedChallenge(),
      rpId: location.hostname,
      userVerification: "required",
      allowCredentials: candidates.map(({ credential }) => ({ type: "public-key", id: plain(credential) })),
      extensions: {
        prf: {
          evalByCredential: Object.fromEntries(
            candidates.map(({ credential, salt }) => [base64Url(credential), { first: plain(salt) }]),
          ),
        },
      },
    },
  });
  const factor = secretOf(asked);
  if (factor === undefined) throw new PasskeyError();
  return { credential: new Uint8Array((asked as PublicKeyCredential).rawId), factor };
}

function creation(name: string, salt: Uint8Array): PublicKeyCredentialCreationOptions {
  return {
    challenge: unusedChallenge(),
    rp: { id: location.hostname, name: "Ownchart" },
    // Its own for every passkey: a device that knows the user already would replace the one that is in use.
    user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    extensions: { prf: { eval: { first: plain(salt) } } },
  };
}

function secretOf(credential: Credential | null): Uint8Array | undefined {
  const { prf } = (credential as PublicKeyCredential).getClientExtensionResults();
  const first = prf?.results?.first;
  return first === undefined ? undefined : new Uint8Array(first as ArrayBuffer);
}

/** Nobody checks the signature: what counts is the secret, which no other passkey tells. */
function unusedChallenge(): BufferSource {
  return crypto.getRandomValues(new Uint8Array(32));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function plain(bytes: Uint8Array): BufferSource {
  return bytes as Uint8Array<ArrayBuffer>;
}
