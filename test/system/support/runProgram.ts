import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export type Program = {
  process: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves once it has printed this, and rejects if it ends or takes too long before. */
  printed(text: string, milliseconds?: number): Promise<void>;
  /** Its exit code, null where a signal ended it. */
  ended: Promise<number | null>;
};

/** Starts a program of the project as a person would, from the project's folder. */
export function runProgram(command: string, args: string[], environment: Record<string, string> = {}): Program {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let onOutput: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput?.();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));

  return {
    process: child,
    output: () => output,
    ended,
    printed: (text, milliseconds = 50_000) =>
      new Promise((resolve, reject) => {
        const give = (reason: string) => reject(new Error(`${command} ${reason} without “${text}”:\n${output}`));
        const timer = setTimeout(() => give(`took ${milliseconds / 1000} seconds`), milliseconds);
        onOutput = () => {
          if (!output.includes(text)) return;
          clearTimeout(timer);
          resolve();
        };
        onOutput();
        void ended.then(() => give("ended"));
      }),
  };
}
