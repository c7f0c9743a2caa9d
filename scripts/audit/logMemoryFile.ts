import { readFile, rename, writeFile } from "node:fs/promises";
import { type Address, type Hex, isAddress, isHash } from "viem";
import * as v from "valibot";
import type { LogMemory } from "#core/audit/LogMemory.ts";

/** What was found the last time, in a file of one subject's. */
export function logMemoryFile(file: string, subject: Address) {
  const owner = subject.toLowerCase();
  return {
    /** Undefined where there is none yet. */
    async read(): Promise<LogMemory | undefined> {
      const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      if (text === undefined) return undefined;
      const { subject: whose, ...memory } = parsed(text, file);
      if (whose.toLowerCase() !== owner) throw new Error(`${file} remembers another subject's log.`);
      return memory;
    },
    /** The whole of it or nothing. */
    async write(memory: LogMemory): Promise<void> {
      const draft = `${file}.${process.pid}.draft`;
      await writeFile(draft, `${JSON.stringify({ subject: owner, ...memory }, null, 2)}\n`);
      await rename(draft, file);
    },
  };
}

const address = v.custom<Address>((value) => typeof value === "string" && isAddress(value, { strict: false }));
const memorySchema = v.object({
  subject: address,
  gateway: address,
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  head: v.custom<Hex>((value) => typeof value === "string" && isHash(value)),
});

function parsed(text: string, file: string) {
  try {
    return v.parse(memorySchema, JSON.parse(text));
  } catch {
    throw new Error(`${file} is none that remembers a log; nothing was compared with it.`);
  }
}
