import { and, eq, sql } from "drizzle-orm";
import type { Gateway } from "../Gateway.ts";
import type { Database } from "../database/Database.ts";
import { leases } from "../database/schema.ts";

/** The right to do what only one process may do at a time. */
export type Lease = {
  /** Takes or renews it; false while it is another's. */
  take(): Promise<boolean>;
  /** Inside a transaction: from here to its end nobody else can take it. Throws where it is another's by now. */
  hold(transaction: Database): Promise<void>;
  /** So that the next need not wait. */
  giveUp(): Promise<void>;
};

const milliseconds = 5000;

/** By the database's clock, the same for all. */
const present = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** A folder of PGlite's has one process: whoever opens it after a crash goes on at once. */
export function createLease({ database, configuration }: Pick<Gateway, "database" | "configuration">, name: string) {
  const holder = configuration.databaseUrl === undefined ? "alone" : crypto.randomUUID();
  const isMine = and(eq(leases.name, name), eq(leases.holder, holder));
  const lease: Lease = {
    async take() {
      const until = sql`${present} + ${milliseconds}`;
      const taken = await database
        .insert(leases)
        .values({ name, holder, until })
        .onConflictDoUpdate({
          target: leases.name,
          set: { holder, until },
          setWhere: sql`${leases.holder} = ${holder} or ${leases.until} < ${present}`,
        })
        .returning({ name: leases.name });
      return taken.length > 0;
    },
    async hold(transaction) {
      const held = await transaction.select({ name: leases.name }).from(leases).where(isMine).for("update");
      if (held.length === 0) throw new LeaseLostError();
    },
    async giveUp() {
      await database.delete(leases).where(isMine);
    },
  };
  return lease;
}

export class LeaseLostError extends Error {
  override readonly name = "LeaseLost";

  constructor() {
    super("Another process has gone on with this.");
  }
}
