/** Opens the vaults of the sample people. It stands here for all to read, and protects nothing. */
export const samplePassphrase = "six words that everybody knows";
