import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Circumstances } from "./Circumstances.ts";

/** Questions on the terminal. They go to stderr, so that stdout holds answers of the program alone. */
export function askPerson(signal: AbortSignal, interrupt: () => void): NonNullable<Circumstances["person"]> {
  return {
    ask: (question) => answered(question, process.stderr),
    askSecret: async (question) => {
      process.stderr.write(question);
      const answer = await answered("", nowhere());
      process.stderr.write("\n");
      return answer;
    },
  };

  async function answered(question: string, output: NodeJS.WritableStream): Promise<string> {
    const terminal = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
    terminal.once("SIGINT", interrupt);
    try {
      return await terminal.question(question, { signal });
    } finally {
      terminal.close();
    }
  }
}

/** What is typed is seen by nobody. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
