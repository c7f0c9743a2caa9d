import { styleText } from "node:util";
import type { Circumstances, Output } from "../Circumstances.ts";

/** In colour where somebody sees it and has not said that they want none. */
export function styled(text: string, style: "bold" | "red", output: Output, { environment }: Circumstances): string {
  const isWanted = output.isTTY === true && !environment["NO_COLOR"];
  return isWanted ? styleText(style, text, { validateStream: false }) : text;
}
