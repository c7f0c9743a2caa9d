/** Once before all tests that need a chain or a gateway: what each of them would otherwise make for itself. */
import { buildContracts } from "../../scripts/build/buildContracts.ts";
import { makeEmptyDatabase } from "./emptyDatabase.ts";

export async function setup(): Promise<void> {
  await buildContracts();
  await makeEmptyDatabase();
}
