import { hexToBytes } from "viem";
import { strangeInCapsule, strangeInGrant, strangeInNoise } from "./strangeInSealed.ts";
import { strangeInVault } from "./strangeInVault.ts";

/** What is strange in a value, in a few words. */
export type Check = (value: unknown) => string | undefined;

const like =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? undefined : "a text of another form";
const oneOf = (...words: string[]): Check => like(new RegExp(`^(${words.join("|")})$`));
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? undefined : check(value);
const bytesThat =
  (strange: (bytes: Uint8Array) => string | undefined): Check =>
  (value) =>
    value instanceof Uint8Array ? strange(value) : "no bytes";

const address = like(/^0x[0-9a-f]{40}$/);
const hash = like(/^0x[0-9a-f]{64}$/);
const count: Check = (value) => (/^\d+$/.test(String(value)) ? undefined : "no number");
const noise = bytesThat(strangeInNoise);
const call: Check = (value) => like(/^0x([0-9a-f]{2})+$/)(value) ?? readableIn(value as `0x${string}`);
/** On chain or signed by a board, and so known to all. */
const isPublic: Check = () => undefined;
const name = like(/^[A-Za-z]{1,40}$/);

/** A call holds lengths and zeros, so it is no noise; but words have no place in it. */
function readableIn(hex: `0x${string}`): string | undefined {
  const text = Buffer.from(hexToBytes(hex)).toString("latin1");
  return /[ -~]{32}/.test(text) ? "something readable" : undefined;
}

/** All that a gateway's database may hold, by table and column. Whatever else is there is strange. */
export const promisedColumns: Record<string, Record<string, Check>> = {
  sessions: { token_hash: hash, address, expires_at: count },
  used_nonces: { nonce: like(/^[0-9a-f]{64}$/), expires_at: count },
  secrets: { name: like(/^[a-z]+(-[a-z0-9]+)*$/), value: noise },
  usage: {
    who: like(/^(0x[0-9a-f]{40}|[0-9a-f]{64}|everybody)$/),
    what: oneOf("blob-bytes", "capsules", "grant-bytes", "inbox", "relay-gas"),
    day: count,
    amount: count,
  },
  capsules: {
    position: count,
    subject: address,
    digest: hash,
    key_id: hash,
    uploader: address,
    author: orNull(address),
    stored_at: count,
    capsule: bytesThat(strangeInCapsule),
  },
  erased_capsules: { subject: address, digest: hash },
  grants: {
    version: count,
    subject: address,
    grantee: address,
    epoch: count,
    stored_at: count,
    sealed_grant: bytesThat(strangeInGrant),
  },
  vaults: { address, version: count, stored_at: count, vault: bytesThat(strangeInVault) },
  credentials: { address, kind: count, credential: isPublic },
  inbox: { position: count, owner: address, sender: address, at: count, body: noise },
  desk_messages: { position: count, mailbox: like(/^0x[0-9a-f]{32}$/), expires_at: count, body: noise },
  transactions: {
    position: count,
    key: like(/^(0x[0-9a-f]{64}|anchor:\d+)$/),
    name,
    signer: orNull(address),
    to_contract: address,
    data: call,
    gas: count,
    state: oneOf("queued", "sent", "included", "failed"),
    sender: address,
    nonce: orNull(count),
    block: orNull(count),
    error: orNull(name),
    created_at: count,
  },
  transaction_attempts: {
    hash,
    transaction: count,
    raw: call,
    max_fee_per_gas: count,
    max_priority_fee_per_gas: count,
    sent_at: count,
  },
  leases: { name: like(/^(index|relay\/0x[0-9a-f]{40})$/i), holder: like(/^(alone|[0-9a-f-]{36})$/), until_ms: count },
  blocks: { number: count, hash, time: count },
  chain_events: {
    block: count,
    log_index: count,
    contract: name,
    event: name,
    subject: address,
    grantee: orNull(address),
    event_values: isPublic,
  },
  log_charts: { subject: address, leaf_index: orNull(count), salt: hash, count, head: hash, anchored: count },
  log_entries: { subject: address, count, at: count, recipient: address, capsules: noise, head: hash },
  log_anchors: { number: count, root: hash, total: count, key: like(/^anchor:\d+$/), charts: count },
  log_leaves: { subject: address, count, anchor: count },
  log_nodes: { level: count, node_index: count, anchor: count, hash },
  __drizzle_migrations: { id: count, hash: like(/^[0-9a-f]{64}$/), created_at: count },
};
