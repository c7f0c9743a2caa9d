import { createStore } from "../session/createStore.ts";
import type { Card } from "./Card.ts";

export type Prompt = {
  card: Card;
  /** Whether the card was confirmed and the wallet is asking. */
  isWithWallet: boolean;
  confirm(): void;
  decline(): void;
};

export const prompt = createStore<Prompt | undefined>(undefined);

let line: Promise<unknown> = Promise.resolve();

/** Shows a card, then the wallet's own question; several wait for each other. Declining one is like declining the wallet. */
export function askWith<Result>(card: Card, ask: () => Promise<Result>): Promise<Result> {
  const asked = line.then(async () => {
    try {
      await shown(card);
      return await ask();
    } finally {
      prompt.set(undefined);
    }
  });
  line = asked.catch(() => {});
  return asked;
}

/** Waits in the same line, without a card: for what a card has told of already. */
export function askInLine<Result>(ask: () => Promise<Result>): Promise<Result> {
  const asked = line.then(ask);
  line = asked.catch(() => {});
  return asked;
}

function shown(card: Card): Promise<void> {
  return new Promise((resolve, reject) => {
    const confirm = () => {
      prompt.set({ card, isWithWallet: true, confirm() {}, decline() {} });
      resolve();
    };
    const decline = () => reject(new Error("The card was declined."));
    prompt.set({ card, isWithWallet: false, confirm, decline });
  });
}
