import { SealingError } from "#core/sealing/SealingError.ts";
import type { PatientDesk } from "#core/sealing/desk/PatientDesk.ts";
import type { DigitsTried } from "./AtDesk.ts";

/** Whether these are the digits on the other screen; a desk of which there is none, or whose time is over, is refused. */
export function tryDigits(desk: PatientDesk<unknown> | undefined, digits: string): DigitsTried {
  if (desk === undefined) throw new SealingError("DeskClosed");
  try {
    desk.enterCode(digits, Date.now());
    return { areRight: true, triesLeft: 0 };
  } catch (error) {
    if (!(error instanceof SealingError) || error.name !== "DeskCodeWrong") throw error;
    return { areRight: false, triesLeft: desk.triesLeft };
  }
}
