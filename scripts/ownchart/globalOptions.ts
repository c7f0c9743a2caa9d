import type { Options, ValuesOf } from "./Command.ts";

/** What every command understands. */
export const globalOptions = {
  keys: { type: "string", value: "FILE", help: "whose keys: a file that keys create made" },
  account: { type: "string", value: "N", help: "or: one of Hardhat's accounts, on the local chain alone" },
  "passphrase-file": { type: "string", value: "FILE", help: "else OWNCHART_PASSPHRASE, else it is asked for" },
  chain: { type: "string", value: "URL", help: "else OWNCHART_RPC_URL, else http://127.0.0.1:8545" },
  gateway: { type: "string", value: "URL", help: "else OWNCHART_GATEWAY_URL, else http://localhost:8700" },
  ipfs: { type: "string", value: "URL", help: "else IPFS_GATEWAY, else what the gateway names" },
  "pay-myself": { type: "boolean", help: "send transactions at one's own cost instead of the gateway's" },
  json: { type: "boolean", help: "exactly one JSON value on stdout; asks nothing" },
  quiet: { type: "boolean", help: "no progress" },
  help: { type: "boolean", short: "h", help: "this" },
} as const satisfies Options;

export type GlobalValues = ValuesOf<typeof globalOptions>;
