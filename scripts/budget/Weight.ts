import { kilobyte } from "./pages.ts";

export type Weight = {
  title: string;
  /** Compressed. */
  bytes: number;
  /** Where it has a budget. */
  most?: number;
};

export function isOver({ bytes, most = Infinity }: Weight): boolean {
  return bytes > most;
}

export function weightLine(weight: Weight): string {
  const { title, bytes, most } = weight;
  const size = `${(bytes / kilobyte).toFixed(1)} KB`.padStart(10);
  if (most === undefined) return `${size}  ${title}`;
  return `${size}  ${title}: ${isOver(weight) ? "OVER" : "within"} ${most / kilobyte} KB`;
}
