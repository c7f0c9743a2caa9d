import type { BoardApplication } from "../../keeper/licensing/Licensing.ts";

const open: ReadonlySet<string> = new Set(["sent", "asked", "answered"]);

/** Whether the board has still to decide; what was in its way before says nothing afterwards. */
export function isOpenApplication(state: BoardApplication["state"]): boolean {
  return open.has(state);
}
