import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Stack } from "./stack.ts";

type Urls = Pick<Stack, "chainUrl" | "gatewayUrl" | "ipfsUrl">;

const root = fileURLToPath(new URL("../../../", import.meta.url));

export type Answer = {
  code: number | null;
  /** What it answered with; undefined where it refused. */
  json: any;
  /** The name of its refusal. */
  refusal: string | undefined;
};

export type Ownchart = (...args: string[]) => Promise<Answer>;

/** The command line as a program, which talks to a stack and remembers in a folder of its own. */
export async function ownchartOn({ chainUrl, gatewayUrl, ipfsUrl }: Urls, passphrase?: string): Promise<Ownchart> {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-memory-"));
  const environment = {
    ...process.env,
    OWNCHART_RPC_URL: chainUrl,
    OWNCHART_GATEWAY_URL: gatewayUrl,
    IPFS_GATEWAY: ipfsUrl,
    OWNCHART_DATA: folder,
    ...(passphrase !== undefined && { OWNCHART_PASSPHRASE: passphrase }),
  };
  return async (...args) => {
    const child = spawn("node", ["scripts/ownchart.ts", ...args, "--json"], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    if (code === 0) return { code, json: JSON.parse(out), refusal: undefined };
    const refusal = /^\{"error".*\}$/m.exec(err)?.[0];
    return { code, json: undefined, refusal: refusal === undefined ? err : JSON.parse(refusal).error.name };
  };
}
