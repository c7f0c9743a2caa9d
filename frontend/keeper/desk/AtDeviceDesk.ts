import type { Address } from "viem";
import type { DeskCode, DigitsTried } from "./AtDesk.ts";

/** The side of a device that wants in: it shows a code and digits, and receives what another device of the person's has. */
export type JoinsAtDesk = {
  openJoining(): Promise<DeskCode>;
  /** The six digits to be typed into the other device, once one has answered. */
  joiningAnswer(): Promise<{ digits: string; until: number }>;
  /** Whose vault has arrived. Nothing of it is kept beyond this page before a way to unlock it here is chosen. */
  joiningArrival(): Promise<{ address: Address }>;
  leaveJoining(): Promise<void>;
};

/** The side of a device that has the vault. */
export type AdmitsDevices = {
  /** Answers what a new device's QR holds, as a link or as it is; and says until when its digits can be typed. */
  answerDevice(text: string): Promise<{ until: number }>;
  /** The right digits hand everything over at once; the last wrong ones tell the new device that nothing comes. */
  admitDevice(digits: string): Promise<DigitsTried>;
  /** Tells the new device that nothing comes. */
  refuseDevice(): Promise<void>;
};
