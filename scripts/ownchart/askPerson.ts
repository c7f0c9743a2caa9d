import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { Circumstances } from "./Circumstances.ts";

/** Questions on the terminal. They go to stderr, so that stdout holds answers of the program alone. */
export function askPerson(signal: AbortSignal, interrupt: () => void): NonNullable<Circumstances["person"]> {
  return {
    ask: (question) => answered({ question, output: process.stderr, signal, interrupt }),
    async askSecret(question) {
      const answer = answered({ question: "", output: nowhere(), signal, interrupt });
      process.stderr.write(question); // once the terminal repeats nothing any more
      return answer.finally(() => process.stderr.write("\n"));
    },
  };
}

type Asking = { question: string; output: NodeJS.WritableStream; signal: AbortSignal; interrupt: () => void };

async function answered({ question, output, signal, interrupt }: Asking): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
  terminal.once("SIGINT", interrupt);
  try {
    return await terminal.question(question, { signal });
  } finally {
    terminal.close();
  }
}

/** What is typed is seen by nobody. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
