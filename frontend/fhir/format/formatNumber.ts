import type { Reader } from "./Reader.ts";

/** More digits behind the point than this come from computing, not from measuring. */
const mostFractionDigits = 3;

const made = new Map<string, Intl.NumberFormat>();

/** A number with as many digits as it was written with, unless they are many more than anybody measures. */
export function formatNumber(written: string, { locale }: Reader): string {
  const number = Number(written);
  const digits = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0;
  const isPlain = !/e/i.test(written) && digits <= mostFractionDigits;
  const key = `${locale} ${isPlain ? digits : Math.abs(number) < 100 ? "significant" : "rounded"}`;
  const formatter = made.get(key) ?? new Intl.NumberFormat(locale, options(isPlain ? digits : undefined, number));
  made.set(key, formatter);
  return formatter.format(number);
}

function options(digits: number | undefined, number: number): Intl.NumberFormatOptions {
  if (digits !== undefined) return { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return Math.abs(number) < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 1 };
}
