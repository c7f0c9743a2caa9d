/** What the QR at the desk says. Whoever photographs it can read and write the mailbox: the six digits are for that. */
export type DeskOffer = {
  /** To the request and the nonce that are shown only after the other side's nonce is known. */
  commitment: Uint8Array;
  mailbox: Uint8Array;
  key: Uint8Array;
};

export const mailboxSize = 16;
export const deskKeySize = 32;
export const deskNonceSize = 32;
