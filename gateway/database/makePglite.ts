/** Makes the files of an empty PGlite in the folder that is named, and ends; also when whoever waits for it is gone. */
import { PGlite } from "@electric-sql/pglite";

process.once("disconnect", () => process.exit(1));
const pglite = await PGlite.create(process.argv[2]!);
await pglite.close();
process.exit(0);
