import { customType } from "drizzle-orm/pg-core";

/** Bytes. node-postgres answers with its Buffer, which is one kind of them. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
