import { sql } from "drizzle-orm";
import { bigint, bigserial, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Address, Hex } from "viem";
import { bytea } from "./bytea.ts";

/** Addresses and hashes are lower-case hex, times Unix seconds. Nothing here opens anything. */
const address = (name: string) => text(name).$type<Address>();
const hex = (name: string) => text(name).$type<Hex>();
const count = (name: string) => bigint(name, { mode: "number" });
const position = (name: string) => bigserial(name, { mode: "number" });

/** A token is worth a session; its hash is not. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: hex("token_hash").primaryKey(),
    address: address("address").notNull(),
    expiresAt: count("expires_at").notNull(),
  },
  (table) => [index("sessions_expiry").on(table.expiresAt)],
);

/** A nonce bears its own date and seal, so that only those of real sign-ins are ever stored. */
export const usedNonces = pgTable("used_nonces", {
  nonce: text("nonce").primaryKey(),
  expiresAt: count("expires_at").notNull(),
});

/** Random values that all processes on one database share. */
export const secrets = pgTable("secrets", { name: text("name").primaryKey(), value: bytea("value").notNull() });

/** What somebody used of something on one day (UTC), by which quotas go. */
export const usage = pgTable(
  "usage",
  {
    who: text("who").notNull(),
    what: text("what").notNull(),
    day: integer("day").notNull(),
    amount: count("amount").notNull(),
  },
  (table) => [primaryKey({ columns: [table.who, table.what, table.day] }), index("usage_day").on(table.day)],
);

export const capsules = pgTable(
  "capsules",
  {
    position: position("position").primaryKey(),
    subject: address("subject").notNull(),
    digest: hex("digest").notNull(),
    keyId: hex("key_id").notNull(),
    uploader: address("uploader").notNull(),
    /** Who published it, as the chain says; null until it is seen there. */
    author: address("author"),
    storedAt: count("stored_at").notNull(),
    capsule: bytea("capsule").notNull(),
  },
  (table) => [
    unique("capsules_of_a_chart").on(table.subject, table.digest),
    index("capsules_by_position")
      .on(table.subject, table.position)
      .where(sql`author is not null`),
    // A key is known by its first 16 bytes.
    index("capsules_by_key")
      .on(table.subject, sql`left(key_id, 34)`, table.position)
      .where(sql`author is not null`),
    index("capsules_by_author").on(table.subject, sql`coalesce(author, uploader)`, table.position),
    index("capsules_unanchored")
      .on(table.storedAt)
      .where(sql`author is null`),
    index("capsules_unanchored_of_a_chart")
      .on(table.subject, table.position)
      .where(sql`author is null`),
  ],
);

/** What only its subject may put back. */
export const erasedCapsules = pgTable(
  "erased_capsules",
  { subject: address("subject").notNull(), digest: hex("digest").notNull() },
  (table) => [primaryKey({ columns: [table.subject, table.digest] })],
);

export const grants = pgTable(
  "grants",
  {
    version: position("version").primaryKey(),
    subject: address("subject").notNull(),
    grantee: address("grantee").notNull(),
    epoch: count("epoch").notNull(),
    storedAt: count("stored_at").notNull(),
    grant: bytea("sealed_grant").notNull(),
  },
  (table) => [index("grants_newest").on(table.subject, table.grantee, table.epoch, table.version)],
);

export const vaults = pgTable(
  "vaults",
  {
    address: address("address").notNull(),
    version: integer("version").notNull(),
    storedAt: count("stored_at").notNull(),
    vault: bytea("vault").notNull(),
  },
  (table) => [primaryKey({ columns: [table.address, table.version] })],
);

/** Public, like the register that they are compared with. */
export const credentials = pgTable(
  "credentials",
  { address: address("address").notNull(), kind: integer("kind").notNull(), credential: jsonb("credential").notNull() },
  (table) => [primaryKey({ columns: [table.address, table.kind] })],
);

export const inbox = pgTable(
  "inbox",
  {
    position: position("position").primaryKey(),
    owner: address("owner").notNull(),
    sender: address("sender").notNull(),
    at: count("at").notNull(),
    body: bytea("body").notNull(),
  },
  (table) => [index("inbox_of_an_owner").on(table.owner, table.position)],
);

export const deskMessages = pgTable(
  "desk_messages",
  {
    position: position("position").primaryKey(),
    mailbox: hex("mailbox").notNull(),
    expiresAt: count("expires_at").notNull(),
    body: bytea("body").notNull(),
  },
  (table) => [index("desk_mailbox").on(table.mailbox, table.position), index("desk_expiry").on(table.expiresAt)],
);

/**
 * What this gateway pays for, in the order of its nonces. A row is written before anything is sent, and so is each
 * attempt, so that whoever goes on after a crash sends the very same bytes.
 */
export const transactions = pgTable(
  "transactions",
  {
    position: position("position").primaryKey(),
    /** A message's digest, or `anchor:<total>`. */
    key: text("key").notNull().unique(),
    /** The message's name, or `Anchor`. */
    name: text("name").notNull(),
    signer: address("signer"),
    to: address("to_contract").notNull(),
    data: hex("data").notNull(),
    gas: count("gas").notNull(),
    state: text("state", { enum: ["queued", "sent", "included", "failed"] }).notNull(),
    /** Whose nonce: the gateway's own address. */
    sender: address("sender").notNull(),
    nonce: count("nonce"),
    block: count("block"),
    error: text("error"),
    createdAt: count("created_at").notNull(),
  },
  (table) => [
    unique("transactions_nonce").on(table.sender, table.nonce),
    index("transactions_open")
      .on(table.position)
      .where(sql`state in ('queued', 'sent')`),
  ],
);

export const attempts = pgTable(
  "transaction_attempts",
  {
    hash: hex("hash").primaryKey(),
    transaction: count("transaction").notNull(),
    raw: hex("raw").notNull(),
    maxFeePerGas: text("max_fee_per_gas").notNull(),
    maxPriorityFeePerGas: text("max_priority_fee_per_gas").notNull(),
    sentAt: count("sent_at").notNull(),
  },
  (table) => [index("attempts_of_a_transaction").on(table.transaction)],
);

/** Which process does what only one may do at a time, until when. */
export const leases = pgTable("leases", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  until: count("until_ms").notNull(),
});

/** The newest blocks that were read, by which a reorganisation is noticed. */
export const blocks = pgTable("blocks", {
  number: count("number").primaryKey(),
  hash: hex("hash").notNull(),
  time: count("time").notNull(),
});

export const chainEvents = pgTable(
  "chain_events",
  {
    block: count("block").notNull(),
    index: integer("log_index").notNull(),
    contract: text("contract").notNull(),
    event: text("event").notNull(),
    subject: address("subject").notNull(),
    grantee: address("grantee"),
    values: jsonb("event_values").$type<Record<string, string>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.block, table.index] }),
    index("events_of_a_subject").on(table.subject, table.block, table.index),
    index("events_of_a_grantee").on(table.grantee, table.block, table.index),
  ],
);

/** A chart's part of the access log, and its leaf in the tree over all. */
export const logCharts = pgTable(
  "log_charts",
  {
    subject: address("subject").primaryKey(),
    /** From its first anchor on; given there, so that whoever enters waits for nobody else's chart. */
    index: integer("leaf_index").unique(),
    salt: hex("salt").notNull(),
    count: count("count").notNull(),
    head: hex("head").notNull(),
    /** So many entries are in the tree. */
    anchored: count("anchored").notNull(),
  },
  (table) => [
    index("log_grown")
      .on(table.subject)
      .where(sql`count > anchored`),
  ],
);

export const logEntries = pgTable(
  "log_entries",
  {
    subject: address("subject").notNull(),
    count: count("count").notNull(),
    at: count("at").notNull(),
    to: address("recipient").notNull(),
    /** 32 bytes each. */
    capsules: bytea("capsules").notNull(),
    head: hex("head").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.count] }),
    index("log_by_recipient").on(table.subject, table.to, table.at),
  ],
);

export const logAnchors = pgTable("log_anchors", {
  number: integer("number").primaryKey(),
  root: hex("root").notNull(),
  total: count("total").notNull(),
  /** Of its transaction. */
  key: text("key").notNull().unique(),
  /** How many leaves the tree has. */
  charts: integer("charts").notNull(),
});

/** A chart's leaf from an anchor on: it holds the entries up to this count. */
export const logLeaves = pgTable(
  "log_leaves",
  { subject: address("subject").notNull(), count: count("count").notNull(), anchor: integer("anchor").notNull() },
  (table) => [primaryKey({ columns: [table.subject, table.count] })],
);

/** A node of the tree from an anchor on: only what changed is written. */
export const logNodes = pgTable(
  "log_nodes",
  {
    level: integer("level").notNull(),
    index: integer("node_index").notNull(),
    anchor: integer("anchor").notNull(),
    hash: hex("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.index, table.anchor] })],
);
