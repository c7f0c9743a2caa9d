import type { CapsuleFault, Fault } from "./Fault.ts";

/** Of capsules that differ in one byte or none, the first stands for all: the others are [its number, byte, mask]. */
export function withReferences(faults: readonly Fault[]): Fault[] {
  const whole: [number, Uint8Array][] = [];
  return faults.map((fault, number) => {
    if (!isCapsuleFault(fault)) return fault;
    for (const [earlier, capsule] of whole) {
      const difference = differenceBetween(capsule, fault.capsule);
      if (difference !== undefined) return { ...fault, capsule: [earlier, ...difference] };
    }
    whole.push([number, fault.capsule]);
    return fault;
  });
}

function isCapsuleFault(fault: Fault): fault is CapsuleFault {
  return fault["capsule"] instanceof Uint8Array;
}

function differenceBetween(a: Uint8Array, b: Uint8Array): [] | [at: number, mask: number] | undefined {
  if (a.length !== b.length) return undefined;
  const at = a.findIndex((byte, i) => byte !== b[i]);
  if (at === -1) return [];
  const isOnly = a.findLastIndex((byte, i) => byte !== b[i]) === at;
  return isOnly ? [at, a[at]! ^ b[at]!] : undefined;
}
