import { fork } from "node:child_process";
import { createWriteStream } from "node:fs";
import { fileURLToPath } from "node:url";

export type ServiceParameters = {
  name: string;
  /** From the project's folder. */
  program: string;
  environment: Record<string, string>;
  /** For Node. */
  nodeOptions?: readonly string[];
  /** What it says when it can be used. */
  ready: string;
  /** What it prints goes there. */
  logFile: string;
  /** Called when it ends without being told to. */
  onEnd: (name: string) => void;
};

export type Service = { end(): Promise<void> };

/** Starts a process that ends with this one, however this one ends, and waits until it can be used. */
export async function startService(parameters: ServiceParameters): Promise<Service> {
  const { name, program, environment, nodeOptions = [], ready, logFile, onEnd } = parameters;
  const child = fork(fileURLToPath(new URL(`../../${program}`, import.meta.url)), {
    env: { ...process.env, ...environment },
    execArgv: [...nodeOptions],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true, // Ctrl-C in the terminal is for us, and we tell it
  });
  const log = createWriteStream(logFile, { flags: "a" });
  let said = "";
  let isTold = false;
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));

  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        log.write(text);
        if (said.length < 10_000) said += text;
        if (said.includes(ready)) resolve();
      });
    }
    void ended.then(() => reject(new ServiceEndedError(name, said)));
  });
  said = "";
  void ended.then(() => isTold || onEnd(name));
  return {
    async end() {
      isTold = true;
      child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), 6000);
      await ended;
      clearTimeout(patience);
    },
  };
}

export class ServiceEndedError extends Error {
  override readonly name = "ServiceEnded";

  constructor(service: string, said: string) {
    super(`${service} did not start. ${said.trim()}`);
  }
}
