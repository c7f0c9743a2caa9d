/**
 * Writes rows into a gateway's database, several at a time, until it is killed: `begun N` is printed before a row is
 * asked for, `done N` once the database has acknowledged it.
 */
import { openPglite } from "#gateway/database/openPglite.ts";
import { usedNonces } from "#gateway/database/schema.ts";

const [folder, first] = process.argv.slice(2);
const { database } = await openPglite({ folder, schema: "ownchart" });
let next = Number(first);

async function write() {
  for (;;) {
    const number = next++;
    console.log(`begun ${number}`);
    await database.transaction(async (transaction) => {
      await transaction.insert(usedNonces).values({ nonce: `${number}/one`, expiresAt: number });
      await transaction.insert(usedNonces).values({ nonce: `${number}/two`, expiresAt: number });
    });
    console.log(`done ${number}`);
  }
}

await Promise.all(Array.from({ length: 4 }, write));
