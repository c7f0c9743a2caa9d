/** What somebody is told before their wallet asks: the words, and each field of what is signed. */
export type Card = {
  title: string;
  sentences: string[];
  /** In the order in which they stand in the message. */
  fields: { name: string; value: string }[];
  /** What the button says. */
  action: string;
  /** Whether it takes something away. */
  isGrave?: boolean;
  /** Whether it costs the signer something. */
  isPaid?: boolean;
};
