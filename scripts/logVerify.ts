/**
 * npm run log:verify -- --subject 0x… --gateway-address 0x… FILE|- [--remember FILE]
 *
 * Holds an access log that its subject exported against the chain that OWNCHART_RPC_URL, or OWNCHART_CHAIN_PORT on this
 * machine, names. Nothing is asked of the gateway, so that whoever does not trust it need not.
 */
import { text } from "node:stream/consumers";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Address, isAddress } from "viem";
import { AuditError } from "#core/audit/AuditError.ts";
import { logMemoryFile } from "./audit/logMemoryFile.ts";
import { verifyExportedLog } from "./audit/verifyExportedLog.ts";
import { explain } from "./deploy/explain.ts";

const usage = "npm run log:verify -- --subject 0x… --gateway-address 0x… FILE|- [--remember FILE]";
const options = optionsGiven();
if (options === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await verify(options).catch((error: unknown) => {
    const isRefusal = error instanceof AuditError;
    console.error(isRefusal ? `${error.name}: ${error.message} ${error.detail ?? ""}`.trim() : explain(error));
    process.exitCode = 1;
  });
}

async function verify({ file, memory, ...whose }: NonNullable<typeof options>) {
  const exported = file === "-" ? await text(process.stdin) : await readFile(file, "utf8");
  const remembered = await memory?.read();
  const { sentences, memory: next } = await verifyExportedLog({ exported, rpcUrl: rpcUrl(), remembered, ...whose });
  for (const sentence of sentences) console.log(sentence);
  await memory?.write(next);
}

/** Undefined where they are not what is needed. */
function optionsGiven() {
  const { values, positionals } = parsed() ?? { values: {}, positionals: [] };
  const { subject, "gateway-address": gateway, remember } = values;
  const [file, ...others] = positionals;
  if (!isAnyAddress(subject) || !isAnyAddress(gateway) || file === undefined || others.length > 0) return undefined;
  return { subject, gateway, file, memory: remember === undefined ? undefined : logMemoryFile(remember, subject) };
}

function parsed() {
  const string = { type: "string" } as const;
  try {
    return parseArgs({
      options: { subject: string, "gateway-address": string, remember: string },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
}

function isAnyAddress(value: string | undefined): value is Address {
  return value !== undefined && isAddress(value, { strict: false });
}

function rpcUrl(): string {
  return process.env.OWNCHART_RPC_URL ?? `http://127.0.0.1:${process.env.OWNCHART_CHAIN_PORT ?? "8545"}`;
}
