/** Changes to a file of sealing that no test need notice, by the reason why. */
const byReason: [why: string, file: string, changes: string[]][] = [
  [
    "The library takes undefined for null.",
    "aead.ts",
    [
      "return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, associated ?? null, nonce, key); → return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, associated, nonce, key);",
      "return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated ?? null, null, nonce, key); → return sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, associated, null, nonce, key);",
    ],
  ],
  ["What returns nothing returns undefined.", "aead.ts", ["return undefined; → ;"]],
  [
    "Memory is taken anew instead of used again, which is slower.",
    "body/cidHasher.ts",
    [
      "const leaf = spareLeaves.pop() ?? new Uint8Array(leafSize); → const leaf = new Uint8Array(leafSize);",
      "spareLeaves[0] = leaf; → ;",
      "spareLeaves[0] = leaf; → spareLeaves[1] = leaf;",
      "spareLeaves[0] = leaf; → spareLeaves[(-1)] = leaf;",
    ],
  ],
  [
    "More leaves are hashed at a time, which takes more memory.",
    "body/cidHasher.ts",
    [
      "await leaves.at(-1); → ;",
      "await leaves.at(-1); → await leaves.at(-2);",
      "await leaves.at(-1); → await leaves.at(1);",
      "await leaves.at(-1); → await leaves.at(-(0));",
    ],
  ],
  [
    "These bits are shifted out before any symbol is made of them.",
    "body/cidHasher.ts",
    [
      "let [bits, count] = [0, 0]; → let [bits, count] = [1, 0];",
      "let [bits, count] = [0, 0]; → let [bits, count] = [(-1), 0];",
    ],
  ],
  [
    "The last symbol of a CID ends in two zeros.",
    "body/cidHasher.ts",
    ["return text + alphabet[(bits << (5 - count)) & 31]; → return text + alphabet[(bits << (5 - count)) & (30)];"],
  ],
  [
    "Both are set by the first chunk, and there is one.",
    "body/openBody.ts",
    [
      "let [end, size] = [0, 0]; → let [end, size] = [0];",
      "let [end, size] = [0, 0]; → let [end, size] = [1, 0];",
      "let [end, size] = [0, 0]; → let [end, size] = [(-1), 0];",
      "let [end, size] = [0, 0]; → let [end, size] = [0, 1];",
      "let [end, size] = [0, 0]; → let [end, size] = [0, (-1)];",
    ],
  ],
  [
    "One piece less is hashed ahead, or the quotient is whole as it is.",
    "body/openBody.ts",
    [
      "if (waiting.length > piecesAhead) yield waiting.shift()!; → if (waiting.length >= piecesAhead) yield waiting.shift()!;",
      "const piecesAhead = Math.ceil(leafSize / chunkSize); → const piecesAhead = Math.floor(leafSize / chunkSize);",
    ],
  ],
  [
    "A bound of patience, of 64 MiB, need not hold to the byte.",
    "body/openBody.ts",
    [
      "if (left < 0) return; → if (left <= 0) return;",
      "if (left < 0) return; → if (left < 1) return;",
      "if (left < 0) return; → if (left < (-1)) return;",
    ],
  ],
];

/** Mutants of sealing that no test need notice, by file and rule, and why. */
export const sealingSurvivors: [name: string, why: string][] = byReason.flatMap(([why, file, changes]) =>
  changes.map((change): [string, string] => [`core/sealing/${file}: ${change}`, why]),
);
