import type { MutantRow } from "./mutants.ts";

const keys = "contracts/keys/KeyDirectory.sol";
const audit = "contracts/audit/AuditLog.sol";
const signing = "contracts/signing/Signature.sol";

export const keysAuditSigningMutants: MutantRow[] = [
  [keys, "a suite exists", "if (suite != 1 && suite != 2) revert KeySuiteUnknown(suite);", ""],
  [keys, "a key has its length", "if (key.length != length) revert KeyLengthWrong(suite, length, key.length);", ""],
  [
    keys,
    "X-Wing keys have 1,216 bytes",
    "suite == 1 ? X25519_LENGTH : X_WING_LENGTH",
    "suite == 1 ? X_WING_LENGTH : X25519_LENGTH",
  ],
  [keys, "a key uses its nonce", "current.nonce = nonce + 1;", "current.nonce = nonce;"],
  [
    keys,
    "a signed key names its nonce",
    "if (message.nonce != nonce) revert KeyNonceStale(owner, nonce, message.nonce);",
    "",
  ],
  [keys, "a deadline passes", "if (block.timestamp > deadline) revert KeySignatureExpired(deadline);", ""],
  [keys, "a deadline includes its second", "block.timestamp > deadline", "block.timestamp >= deadline"],
  [keys, "a key is signed", "if (!Signature.isValid(owner, digest, signature)) revert KeySignatureInvalid(owner);", ""],
  [keys, "the hash is of the key", "keccak256(key));", "keccak256(abi.encode(suite)));"],
  [audit, "a head is not zero", "if (head == 0) revert AuditHeadZero();", ""],
  [audit, "a log grows", "if (count <= currentCount)", "if (count < currentCount)"],
  [audit, "a count is kept", "current.count = count;", "current.count = currentCount + 1;"],
  [audit, "a head is kept", "current.hash = bytes24(head);", ""],
  [
    signing,
    "the signer is the one who signed",
    "fault == ECDSA.RecoverError.NoError && recovered == signer",
    "fault == ECDSA.RecoverError.NoError",
  ],
  [
    signing,
    "an account with code may sign with its key",
    "if (fault == ECDSA.RecoverError.NoError && recovered == signer) return true;",
    "if (signer.code.length == 0 && recovered == signer) return true;",
  ],
  [signing, "a wallet contract may sign in its way", "signer.code.length != 0 && ", "false && "],
];
