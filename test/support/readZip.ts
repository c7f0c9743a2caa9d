import { inflateRawSync } from "node:zlib";

/** The files in a ZIP file, by way of the directory at its end, as the programs of people's systems read one. */
export function readZip(zip: Uint8Array): Map<string, Uint8Array> {
  const buffer = Buffer.from(zip);
  const tail = buffer.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (tail === -1) throw new Error("This is no ZIP file.");
  const files = new Map<string, Uint8Array>();
  let at = buffer.readUInt32LE(tail + 16);
  for (let left = buffer.readUInt16LE(tail + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const name = buffer.toString("utf8", at + 46, at + 46 + nameLength);
    const head = buffer.readUInt32LE(at + 42);
    const begin = head + 30 + buffer.readUInt16LE(head + 26) + buffer.readUInt16LE(head + 28);
    const packed = buffer.subarray(begin, begin + buffer.readUInt32LE(at + 20));
    files.set(name, new Uint8Array(buffer.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}
