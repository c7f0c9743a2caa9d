/** Once before all tests that need a chain or a gateway: what each of them would otherwise make for itself. */
import { fileURLToPath } from "node:url";
import { buildContracts } from "../../scripts/build/buildContracts.ts";
import { makeEmptyDatabase } from "./emptyDatabase.ts";

/** As the command line does, so do all processes that tests start: what one of them has compiled, the others have. */
const compiled = fileURLToPath(new URL("../../cache/compiled", import.meta.url));

export async function setup(): Promise<void> {
  process.env.NODE_COMPILE_CACHE ??= compiled;
  await buildContracts();
  await makeEmptyDatabase();
}
