import type { Subject } from "./History.ts";
import { yearsBetween } from "./times.ts";

/** The kidneys' filtration by creatinine in mg/dL: the CKD-EPI equation of 2021. */
export function estimatedFiltration({ sex, birthDate }: Subject, creatinine: number, at: Date): number {
  const [scale, exponent, factor] = sex === "female" ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine / scale;
  const age = Math.floor(yearsBetween(new Date(`${birthDate}T00:00:00Z`), at));
  return 142 * Math.min(ratio, 1) ** exponent * Math.max(ratio, 1) ** -1.2 * 0.9938 ** age * factor;
}
