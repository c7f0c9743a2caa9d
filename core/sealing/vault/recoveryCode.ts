import { stringToBytes } from "viem";
import { SealingError } from "../SealingError.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import type { Unlock } from "./openVault.ts";
import type { NewSlot } from "./sealVault.ts";

/** 130 random bits in symbols that cannot be confused, with a symbol that tells typing errors. Shown once, to print. */
export function createRecoveryCode(random: RandomBytes = randomBytes): string {
  const symbols = [...random(symbolCount)].map((byte) => alphabet[byte & 31]).join("");
  return (symbols + checkSymbol(symbols)).replace(/(.{5})(?=.)/g, "$1-");
}

/** The 26 symbols, however they were typed: hyphens, spaces and case do not matter, O is 0, I and L are 1. */
export function recoveryFactor(code: string): Uint8Array {
  const typed = code.replace(/[\s-]/g, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
  const symbols = typed.slice(0, symbolCount);
  const isWellFormed = typed.length === symbolCount + 1 && [...symbols].every((symbol) => alphabet.includes(symbol));
  if (!isWellFormed || checkSymbol(symbols) !== typed[symbolCount]) throw new SealingError("RecoveryCodeMistyped");
  return stringToBytes(symbols);
}

export function recoveryUnlock(code: string): Unlock {
  return { kind: "recovery", factorFor: async ([slot]) => ({ slot, factor: recoveryFactor(code) }) };
}

export function recoverySlot(code: string, random: RandomBytes = randomBytes): NewSlot {
  return { kind: "recovery", salt: random(16), params: {}, factor: recoveryFactor(code) };
}

function checkSymbol(symbols: string): string {
  const value = [...symbols].reduce((sum, symbol) => (sum * 32 + alphabet.indexOf(symbol)) % 37, 0);
  return (alphabet + extraCheckSymbols)[value]!;
}

const symbolCount = 26;
/** Crockford's base 32. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const extraCheckSymbols = "*~$=U";
