import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";

/** A clinician's side of a desk. One sits at one desk at a time; leaving it ends what is awaited there. */
export type AsksAtDesk = {
  /** Signs a request, and answers with what the QR holds. */
  openDesk(wish: DeskWish): Promise<DeskCode>;
  /** The same request under another QR. */
  renewDesk(): Promise<DeskCode>;
  /** The six digits to be read out, once somebody has answered. */
  deskAnswer(): Promise<{ digits: string; until: number }>;
  /** Who has shared, once it is on chain. */
  deskShare(): Promise<{ subject: Address; name: string }>;
  leaveDesk(): Promise<void>;
};

/** A patient's side of a desk. */
export type AnswersAtDesk = {
  /** Answers what a QR holds, as a link or as it is; and says who asks for what, or why that is refused. */
  answerDesk(text: string): Promise<DeskRequest | DeskRefusal>;
  /** Whether these are the digits on the other screen; each try is used up. */
  enterDigits(digits: string): Promise<DigitsTried>;
};

export type DigitsTried = { areRight: boolean; triesLeft: number };

export type DeskWish = { categories: Category[]; until: number };

export type DeskCode = {
  offer: string;
  /** In milliseconds, as all of a desk's times. */
  until: number;
};

export type DeskRequest = {
  refusal: undefined;
  doctor: Address;
  kind: number;
  name: string;
  speciality: string;
  categories: Category[];
  /** Until when access is asked for, in Unix seconds. */
  accessUntil: number;
  /** Until when digits can be typed. */
  until: number;
};

/** A clinician whose name a board signed, and whose licence does not count now. */
export type DeskRefusal = { refusal: "licence-not-in-force"; name: string };
