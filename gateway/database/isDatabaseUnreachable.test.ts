import { sql } from "drizzle-orm";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "#test/support/testDatabase.ts";
import type { OpenDatabase } from "./Database.ts";
import { isDatabaseUnreachable } from "./isDatabaseUnreachable.ts";

let opened: OpenDatabase;

beforeAll(async () => void (opened = await testDatabase()));
afterAll(() => opened.close());

async function errorOf(query: ReturnType<typeof sql>): Promise<unknown> {
  return opened.database.execute(query).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What the database itself says when that happens to it. */
const raising = (code: string) => sql.raw(`do $$ begin raise exception using errcode = '${code}'; end $$`);

describe("a database is away", () => {
  test.each([
    ["has no room on its disk", "53100"],
    ["has no memory", "53200"],
    ["has too many connections", "53300"],
    ["is shut down", "57P01"],
    ["has crashed", "57P02"],
    ["begins", "57P03"],
    ["took too long", "57014"],
    ["cannot read its disk", "58030"],
    ["may only be read", "25006"],
    ["lost the connection", "08006"],
  ])("where it says that it %s", async (_, code) => {
    const error = await errorOf(raising(code));
    expect(error).toBeInstanceOf(DrizzleQueryError);
    expect(isDatabaseUnreachable(error)).toBe(true);
  });

  test.each(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOSPC", "EAI_AGAIN"])(
    "where the system says %s",
    (code) => {
      const cause = Object.assign(new Error("x"), { code });
      expect(isDatabaseUnreachable(new DrizzleQueryError("select", [], cause))).toBe(true);
    },
  );
});

describe("a mistake of ours is none of that", () => {
  test.each([
    sql`select 1 / 0`,
    sql`select * from nothing_of_that_name`,
    sql`selekt`,
    sql`insert into credentials (address, kind, credential) values (null, 0, '{}')`,
  ])("%#", async (query) => {
    const error = await errorOf(query);
    expect(error).toBeInstanceOf(DrizzleQueryError);
    expect(isDatabaseUnreachable(error)).toBe(false);
  });

  test("in what was handed over", () => {
    expect(isDatabaseUnreachable(new DrizzleQueryError("select", [], new TypeError("x")))).toBe(false);
    const ofNode = Object.assign(new TypeError("x"), { code: "ERR_INVALID_ARG_TYPE" });
    expect(isDatabaseUnreachable(new DrizzleQueryError("select", [], ofNode))).toBe(false);
    expect(isDatabaseUnreachable(new Error("Connection terminated unexpectedly"))).toBe(false);
    expect(isDatabaseUnreachable(undefined)).toBe(false);
  });
});
