/**
 * Whether nothing can be read in what must look like noise. Three things chance does not bring: 32 printable bytes in a row
 * (once in 10¹³ places), 8 equal ones (once in 10¹⁶), and, of 1 KiB or more, bytes of which some come much more often than
 * others (χ² beyond ten standard deviations).
 */
export function looksRandom(bytes: Uint8Array): boolean {
  return !hasReadableRun(bytes) && !hasEqualRun(bytes) && (bytes.length < fewestCounted || isEven(bytes));
}

const readableRun = 32;
const equalRun = 8;
const fewestCounted = 1024;

function hasReadableRun(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    run = byte >= 0x20 && byte < 0x7f ? run + 1 : 0;
    if (run === readableRun) return true;
  }
  return false;
}

function hasEqualRun(bytes: Uint8Array): boolean {
  let run = 1;
  for (let at = 1; at < bytes.length; at++) {
    run = bytes[at] === bytes[at - 1] ? run + 1 : 1;
    if (run === equalRun) return true;
  }
  return false;
}

function isEven(bytes: Uint8Array): boolean {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte]!++;
  const expected = bytes.length / 256;
  const deviation = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return deviation < 255 + 10 * Math.sqrt(2 * 255);
}
