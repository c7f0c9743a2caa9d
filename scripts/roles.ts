/** Writes who gets which answer from a gateway to docs/gateway.md; test/system/roles.test.ts asks all of it. */
import { writeRolesTable } from "./roles/rolesDocument.ts";

await writeRolesTable();
