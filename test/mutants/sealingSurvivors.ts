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
  ["What returns nothing returns undefined, and what falls through goes on.", "aead.ts", ["return undefined; → ;"]],
  [
    "What returns nothing returns undefined, and what falls through goes on.",
    "desk/parseRequest.ts",
    ["return undefined; → ;"],
  ],
  ["What returns nothing returns undefined, and what falls through goes on.", "grant/openGrant.ts", ["continue; → ;"]],
  [
    "What returns nothing returns undefined, and what falls through goes on.",
    "parsePaddedJson.ts",
    ["return undefined; → ;"],
  ],
  [
    "Memory is taken anew instead of used again, or keys are made again, or words loaded again: slower.",
    "body/cidHasher.ts",
    [
      "const leaf = spareLeaves.pop() ?? new Uint8Array(leafSize); → const leaf = new Uint8Array(leafSize);",
      "spareLeaves[0] = leaf; → ;",
      "spareLeaves[0] = leaf; → spareLeaves[1] = leaf;",
      "spareLeaves[0] = leaf; → spareLeaves[(-1)] = leaf;",
    ],
  ],
  [
    "Memory is taken anew instead of used again, or keys are made again, or words loaded again: slower.",
    "decapsulate.ts",
    [
      "const expanded = known.get(pair) ?? expand(pair); → const expanded = expand(pair);",
      "known.set(pair, expanded); → ;",
    ],
  ],
  [
    "Memory is taken anew instead of used again, or keys are made again, or words loaded again: slower.",
    "vault/passphraseStrength.ts",
    ["estimator ??= loadEstimator(); → estimator = loadEstimator();"],
  ],
  [
    "More leaves are hashed at a time, or fewer pieces ahead, or pieces joined again: memory or time.",
    "body/cidHasher.ts",
    [
      "await leaves.at(-1); → ;",
      "await leaves.at(-1); → await leaves.at(1);",
      "await leaves.at(-1); → await leaves.at(-2);",
      "await leaves.at(-1); → await leaves.at(-(0));",
    ],
  ],
  [
    "More leaves are hashed at a time, or fewer pieces ahead, or pieces joined again: memory or time.",
    "body/inPieces.ts",
    [
      "if (rest.length === 0) continue; → if (rest.length === (-1)) continue;",
      "if (rest.length === 0) continue; → if (rest.length === 0) ;",
    ],
  ],
  [
    "More leaves are hashed at a time, or fewer pieces ahead, or pieces joined again: memory or time.",
    "body/openBody.ts",
    [
      "const pieces = inPieces(body, { size: chunkSize + chunkOverhead, firstSize: headSize }); → const pieces = inPieces(body, { size: chunkSize - chunkOverhead, firstSize: headSize });",
      "if (waiting.length > piecesAhead) yield waiting.shift()!; → if (waiting.length >= piecesAhead) yield waiting.shift()!;",
      "void hasher.digest(); → ;",
    ],
  ],
  [
    "More leaves are hashed at a time, or fewer pieces ahead, or pieces joined again: memory or time.",
    "body/openStream.ts",
    [
      "const pieces = inPieces(body, { size: chunkSize + chunkOverhead, firstSize: headSize, areBrief: true }); → const pieces = inPieces(body, { size: chunkSize + chunkOverhead, firstSize: headSize, areBrief: false });",
    ],
  ],
  [
    "More leaves are hashed at a time, or fewer pieces ahead, or pieces joined again: memory or time.",
    "body/sealStream.ts",
    [
      "for await (const piece of inPieces(plaintextOf(content, length), { size: chunkSize, areBrief: true })) { → for await (const piece of inPieces(plaintextOf(content, length), { size: chunkSize, areBrief: false })) {",
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
    "A bound of patience need not hold to the byte.",
    "body/openBody.ts",
    [
      "if (left < 0) return; → if (left <= 0) return;",
      "if (left < 0) return; → if (left < 1) return;",
      "if (left < 0) return; → if (left < (-1)) return;",
    ],
  ],
  [
    "Both are set by the first chunk, and there is one.",
    "body/openStream.ts",
    [
      "let [end, size] = [0, 0]; → let [end, size] = [0];",
      "let [end, size] = [0, 0]; → let [end, size] = [1, 0];",
      "let [end, size] = [0, 0]; → let [end, size] = [(-1), 0];",
      "let [end, size] = [0, 0]; → let [end, size] = [0, 1];",
      "let [end, size] = [0, 0]; → let [end, size] = [0, (-1)];",
    ],
  ],
  [
    "An empty piece more or less.",
    "body/sealStream.ts",
    [
      "for (; zeros > chunkSize; zeros -= chunkSize) yield new Uint8Array(chunkSize); → for (; zeros >= chunkSize; zeros -= chunkSize) yield new Uint8Array(chunkSize);",
    ],
  ],
  [
    "Litter may be any litter; it is there for the sake of memory.",
    "body/secretStream.ts",
    [
      "litter[0] = page.slice(); → litter[1] = page.slice();",
      "litter[0] = page.slice(); → ;",
      "litter[0] = page.slice(); → litter[(-1)] = page.slice();",
      "const page = Array.from({ length: 4096 }, () => 0); → const page = Array.from({ length: 4097 }, () => 0);",
      "const page = Array.from({ length: 4096 }, () => 0); → const page = Array.from({ length: (4095) }, () => 0);",
      "const page = Array.from({ length: 4096 }, () => 0); → const page = Array.from({ length: 4096 }, () => 1);",
      "const page = Array.from({ length: 4096 }, () => 0); → const page = Array.from({ length: 4096 }, () => (-1));",
    ],
  ],
  [
    "Addresses of associated data that has no length, and of a length that nobody reads.",
    "body/secretStream.ts",
    [
      "pushChunk(state, sealed, 0, plain, chunk.length, 0, 0, 0, 0, tag); → pushChunk(state, sealed, 1, plain, chunk.length, 0, 0, 0, 0, tag);",
      "pushChunk(state, sealed, 0, plain, chunk.length, 0, 0, 0, 0, tag); → pushChunk(state, sealed, 0, plain, chunk.length, 0, 1, 0, 0, tag);",
      "pushChunk(state, sealed, 0, plain, chunk.length, 0, 0, 0, 0, tag); → pushChunk(state, sealed, 0, plain, chunk.length, 0, (-1), 0, 0, tag);",
      "const result = pullChunk(state, plain, 0, tagAt, sealed, chunk.length, 0, 0, 0, 0); → const result = pullChunk(state, plain, 1, tagAt, sealed, chunk.length, 0, 0, 0, 0);",
      "const result = pullChunk(state, plain, 0, tagAt, sealed, chunk.length, 0, 0, 0, 0); → const result = pullChunk(state, plain, 0, tagAt, sealed, chunk.length, 0, 1, 0, 0);",
      "const result = pullChunk(state, plain, 0, tagAt, sealed, chunk.length, 0, 0, 0, 0); → const result = pullChunk(state, plain, 0, tagAt, sealed, chunk.length, 0, (-1), 0, 0);",
    ],
  ],
  [
    "Sizes are multiples of a unit in any case.",
    "capsule/parseCapsule.ts",
    [
      'if (!(entrySize > 0 && entrySize <= entryLimit && entrySize % entryUnit === 0)) throw unknownFormat("size"); → if (!(entrySize > 1 && entrySize <= entryLimit && entrySize % entryUnit === 0)) throw unknownFormat("size");',
      "export const entryLimit = 16_384; → export const entryLimit = 16385;",
    ],
  ],
  [
    "Sizes are multiples of a unit in any case.",
    "grant/parseGrant.ts",
    [
      'if (!(jsonSize > 0 && jsonSize % grantUnit === 0 && bytes.length <= grantLimit)) throw unknownFormat("size"); → if (!(jsonSize > 1 && jsonSize % grantUnit === 0 && bytes.length <= grantLimit)) throw unknownFormat("size");',
      'if (!(jsonSize > 0 && jsonSize % grantUnit === 0 && bytes.length <= grantLimit)) throw unknownFormat("size"); → if (!(jsonSize > 0 && jsonSize % grantUnit === 0 && bytes.length < grantLimit)) throw unknownFormat("size");',
    ],
  ],
  [
    "Sizes are multiples of a unit in any case.",
    "grant/sealGrant.ts",
    [
      'if (head.length + plaintext.length + tagSize > grantLimit) throw new SealingError("GrantTooLong"); → if (head.length + plaintext.length + tagSize >= grantLimit) throw new SealingError("GrantTooLong");',
      'if (head.length + plaintext.length + tagSize > grantLimit) throw new SealingError("GrantTooLong"); → if (head.length + plaintext.length - tagSize > grantLimit) throw new SealingError("GrantTooLong");',
    ],
  ],
  [
    "The last byte of a state is padding, and zero.",
    "body/secretStream.ts",
    ["const stateSize = 52; → const stateSize = (51);"],
  ],
  [
    "Happens once in millions of desks, or never.",
    "desk/deskCode.ts",
    [
      "for (let at = 0; at < hash.length; at += 4) { → for (let at = 0; at <= hash.length; at += 4) {",
      'if (number < evenlySplit) return String(number % codes).padStart(6, "0"); → if (number <= evenlySplit) return String(number % codes).padStart(6, "0");',
      'throw new SealingError("DeskClosed", "no number in the hash is small enough, as once in 2^97"); → ;',
      'throw new SealingError("DeskClosed", "no number in the hash is small enough, as once in 2^97"); → throw new SealingError("", "no number in the hash is small enough, as once in 2^97");',
      'throw new SealingError("DeskClosed", "no number in the hash is small enough, as once in 2^97"); → throw new SealingError("DeskClosed", "");',
      "const evenlySplit = 4_294_000_000; → const evenlySplit = 4294000001;",
      "const evenlySplit = 4_294_000_000; → const evenlySplit = (4293999999);",
    ],
  ],
  [
    "A vault without content is none, and does not come this far.",
    "desk/openVaultHandover.ts",
    [
      'if (sealed.length < headSize + tagSize) throw new SealingError("UnknownFormat", "shorter than any handover"); → if (sealed.length <= headSize + tagSize) throw new SealingError("UnknownFormat", "shorter than any handover");',
    ],
  ],
  [
    "A detail for engineers, which no program reads.",
    "desk/openVaultHandover.ts",
    [
      'if (sealed.length < headSize + tagSize) throw new SealingError("UnknownFormat", "shorter than any handover"); → if (sealed.length < headSize + tagSize) throw new SealingError("UnknownFormat", "");',
      'if (content === undefined) throw new SealingError("DeskMessageDamaged", "vault content"); → if (content === undefined) throw new SealingError("DeskMessageDamaged", "");',
    ],
  ],
  [
    "A detail for engineers, which no program reads.",
    "desk/parseDeskAnswer.ts",
    [
      'if (!result.success) throw new SealingError("DeskMessageDamaged", "not an answer"); → if (!result.success) throw new SealingError("DeskMessageDamaged", "");',
    ],
  ],
  [
    "A detail for engineers, which no program reads.",
    "desk/openDeskMessage.ts",
    [
      'if (sealed.length < nonceSize + tagSize) throw new SealingError("UnknownFormat", "shorter than any message"); → if (sealed.length < nonceSize + tagSize) throw new SealingError("UnknownFormat", "");',
    ],
  ],
  [
    "A detail for engineers, which no program reads.",
    "desk/parseDeskOffer.ts",
    ['throw new SealingError("UnknownFormat", "not a QR of a desk"); → throw new SealingError("UnknownFormat", "");'],
  ],
  [
    "A detail for engineers, which no program reads.",
    "desk/parseDeskReveal.ts",
    [
      'if (!result.success) throw new SealingError("DeskMessageDamaged", "not a reveal"); → if (!result.success) throw new SealingError("DeskMessageDamaged", "");',
    ],
  ],
  [
    "A detail for engineers, which no program reads.",
    "desk/parseRequest.ts",
    [
      'if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) ?? "not a request"); → if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) && "not a request");',
      'if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) ?? "not a request"); → if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]));',
      'if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) ?? "not a request"); → if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) ?? "");',
      'if (!result.success) throw new SealingError("UnknownFormat", v.getDotPath(result.issues[0]) ?? "not a request"); → if (!result.success) throw new SealingError("UnknownFormat", "not a request");',
    ],
  ],
  [
    "A detail for engineers, which no program reads.",
    "vault/device.ts",
    [
      'const lowS = (isHigh ? orderOfSecp256k1 - s : s).toString(16).padStart(64, "0"); → const lowS = (isHigh ? orderOfSecp256k1 - s : s).toString(16).padStart(64, "");',
    ],
  ],
  [
    "How early a parser stops, not what it says.",
    "desk/parseRequest.ts",
    [
      "const result = v.safeParse(schema, canonicalValue(text), { abortEarly: true }); → const result = v.safeParse(schema, canonicalValue(text), { abortEarly: false });",
    ],
  ],
  [
    "How early a parser stops, not what it says.",
    "grant/grantJson.ts",
    [
      "const { success, output } = v.safeParse(grantSchema, value, { abortEarly: true }); → const { success, output } = v.safeParse(grantSchema, value, { abortEarly: false });",
    ],
  ],
  [
    "How early a parser stops, not what it says.",
    "vault/parseVault.ts",
    [
      "const { success, output } = v.safeParse(vaultSchema, value, { abortEarly: true }); → const { success, output } = v.safeParse(vaultSchema, value, { abortEarly: false });",
    ],
  ],
  [
    "The library refuses it too.",
    "desk/verifyAccessRequest.ts",
    [
      "if (signed.signature.length !== plainSignatureLength) return false; → if (signed.signature.length !== plainSignatureLength) ;",
      "return false; // 65 bytes that are no signature at all → ; // 65 bytes that are no signature at all",
    ],
  ],
  [
    "Salts differ, and none lies just in the middle.",
    "vault/device.ts",
    [
      "const slot = slots.find((candidate) => candidate.salt === salt); → const slot = slots.findLast((candidate) => candidate.salt === salt);",
      "const isHigh = s > orderOfSecp256k1 / 2n; → const isHigh = s >= orderOfSecp256k1 / 2n;",
    ],
  ],
  [
    "A longest form that is never reached to the byte.",
    "vault/parseVault.ts",
    ["const boxLimit = 2 + 2 * (24 + 16 + 1 + 255 * 36); → const boxLimit = 3 + 2 * (24 + 16 + 1 + 255 * 36);"],
  ],
  [
    "No strength is a whole number.",
    "vault/passphraseStrength.ts",
    [
      'if ((await passphraseStrength(passphrase)) < leastPassphraseStrength) throw new SealingError("PassphraseTooWeak"); → if ((await passphraseStrength(passphrase)) <= leastPassphraseStrength) throw new SealingError("PassphraseTooWeak");',
    ],
  ],
  [
    "The same suites in another order.",
    "vault/requireCurrentVault.ts",
    [
      "const allSuites = Object.keys(suites).map(Number).toReversed() as Suite[]; → const allSuites = Object.keys(suites).map(Number).slice() as Suite[];",
    ],
  ],
  [
    "Which words the estimator knows is its own affair.",
    "vault/passphraseStrength.ts",
    [
      "const dictionary = { ...common.dictionary, ...language.dictionary }; → const dictionary = { ...common.dictionary };",
    ],
  ],
  [
    "Nothing has no size that fits.",
    "desk/parseHandover.ts",
    [
      "const size = sizeOfRoots(bytes[0] ?? 0); → const size = sizeOfRoots(bytes[0]);",
      "const size = sizeOfRoots(bytes[0] ?? 0); → const size = sizeOfRoots(bytes[0] ?? 1);",
      "const size = sizeOfRoots(bytes[0] ?? 0); → const size = sizeOfRoots(bytes[0] ?? (-1));",
    ],
  ],
  [
    "Nothing has no size that fits.",
    "vault/roots.ts",
    [
      "const count = bytes[0] ?? 0; → const count = bytes[0];",
      "const count = bytes[0] ?? 0; → const count = bytes[0] ?? 1;",
      "const count = bytes[0] ?? 0; → const count = bytes[0] ?? (-1);",
    ],
  ],
  [
    "No key but one in 2^128 needs a second try.",
    "vault/walletKeyOf.ts",
    ["for (let i = 0; ; i++) { → for (let i = 0; ; i--) {"],
  ],
];

/** Mutants of sealing that no test need notice, by file and rule, and why. */
export const sealingSurvivors: [name: string, why: string][] = byReason.flatMap(([why, file, changes]) =>
  changes.map((change): [string, string] => [`core/sealing/${file}: ${change}`, why]),
);
