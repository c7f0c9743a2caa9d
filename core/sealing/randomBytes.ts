/** Where randomness comes from. Tests and test vectors give a source of their own. */
export type RandomBytes = (size: number) => Uint8Array;

export const randomBytes: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));
