/** Opens the vault of every sample person. As public as the keys of their accounts. */
export const samplePassphrase = "six words that everybody knows";
