import type { Address, Hex } from "viem";

/** What is known to be entered of one recipient in one chart on one day. */
export type KnownReceipt = {
  has(capsule: Hex): boolean;
  /** So many entries of the chart have been looked at. */
  upTo(): number;
  /** That these were entered; and, when that is told, that all entries up to a count have been looked at. */
  add(capsules: Iterable<Hex>, upTo?: number): void;
};

export type ReceiptOfDay = { subject: Address; to: Address; /** When it began. */ day: number };

export type KnownReceipts = ReturnType<typeof createKnownReceipts>;

/**
 * Remembers what has been entered, so that it need not be read again. Entries are never taken back, by whichever process
 * they were made: what is known stays true, and what is not known stands in the database. Who has not received for longest
 * is forgotten first.
 */
export function createKnownReceipts({ mostCapsules = 100_000 }: { mostCapsules?: number } = {}) {
  const known = new Map<string, { capsules: Set<Hex>; upTo: number }>();
  let held = 0;

  function forgetOldest(): void {
    for (const [key, { capsules }] of known) {
      if (held <= mostCapsules && known.size <= mostCapsules) return;
      known.delete(key);
      held -= capsules.size;
    }
  }

  return function knownOf({ subject, to, day }: ReceiptOfDay): KnownReceipt {
    const key = `${day}/${subject}/${to}`;
    const receipt = known.get(key) ?? { capsules: new Set<Hex>(), upTo: 0 };
    known.delete(key); // a Map remembers who was added last
    known.set(key, receipt);
    return {
      has: (capsule) => receipt.capsules.has(capsule),
      upTo: () => receipt.upTo,
      add(capsules, upTo = 0) {
        const before = receipt.capsules.size;
        for (const capsule of capsules) receipt.capsules.add(capsule);
        receipt.upTo = Math.max(receipt.upTo, upTo);
        // Whoever was forgotten meanwhile goes on with what there was, and is forgotten with it.
        if (known.get(key) === receipt) held += receipt.capsules.size - before;
        forgetOldest();
      },
    };
  };
}
