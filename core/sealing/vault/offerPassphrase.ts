import { english as words } from "viem/accounts";
import { readUint16 } from "../integerBytes.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";

/** Six words of 2,048, which are 66 bits. */
export function offerPassphrase(random: RandomBytes = randomBytes): string {
  const drawn = random(12);
  return Array.from({ length: 6 }, (_, i) => words[readUint16(drawn, 2 * i) % words.length]).join(" ");
}
