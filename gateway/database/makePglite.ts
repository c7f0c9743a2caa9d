/** Makes the files of an empty PGlite in the folder that is named, and ends; also when whoever waits for it is gone. */
import { setFlagsFromString } from "node:v8";
import { PGlite } from "@electric-sql/pglite";

setFlagsFromString("--liftoff-only"); // what runs once is not worth making quicker: a third of the processor's time
process.once("disconnect", () => process.exit(1));
const pglite = await PGlite.create(process.argv[2]!);
await pglite.close();
process.exit(0);
