import { type Program, runProgram } from "./runProgram.ts";

export type Restartable = {
  /** As a machine that loses its power would. */
  kill(): void;
  /** Resolves when it can be used; starts it if it does not run. */
  start(): Promise<void>;
  /** Everything that any of its lives has printed. */
  output(): string;
  end(): Promise<void>;
};

/** A service as a process of its own, which can be killed and started again. */
export function restartable(
  program: string,
  environment: Record<string, string>,
  nodeOptions: readonly string[] = [],
): Restartable {
  let running: Program | undefined;
  let earlier = "";
  return {
    kill: () => void running?.process.kill("SIGKILL"),
    async start() {
      if (running !== undefined) {
        const { exitCode, signalCode, killed } = running.process;
        if (exitCode === null && signalCode === null && !killed) return;
        await running.ended;
        earlier += running.output();
      }
      running = runProgram("node", [...nodeOptions, program], environment);
      await running.printed("at http");
    },
    output: () => earlier + (running?.output() ?? ""),
    async end() {
      running?.process.kill("SIGTERM");
      await running?.ended;
    },
  };
}
