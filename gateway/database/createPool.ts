import { Pool, type PoolClient, type PoolConfig } from "pg";
import { GatewayError } from "../GatewayError.ts";

/** Connections that come back when the database does. */
export function createPool(configuration: PoolConfig): Pool {
  const pool = new RecoveringPool(configuration);
  pool.on("error", () => {}); // an idle connection that ended; the next query opens another
  return pool;
}

type Callback = Parameters<Pool["connect"]>[0];

/**
 * A connection that breaks in a transaction is an event that nobody listens to, which ends the process; and if it breaks
 * at the transaction's first word, nobody gives it back. Here each is given up when it breaks.
 */
class RecoveringPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | void {
    if (callback !== undefined) return super.connect(callback);
    return super.connect().then(givenUpWhenBroken, (cause) => {
      throw new GatewayError("StorageUnreachable", { cause });
    });
  }
}

function givenUpWhenBroken(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  const giveUp = () => client.release(true);
  let isReleased = false;
  client.release = (reason) => {
    if (isReleased) return;
    isReleased = true;
    client.off("error", giveUp);
    client.off("end", giveUp);
    release(reason);
  };
  client.on("error", giveUp);
  client.on("end", giveUp);
  return client;
}
