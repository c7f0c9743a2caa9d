import { fileURLToPath } from "node:url";

/** Written by `npm run migrations` from the schema. */
export const migrationsFolder = fileURLToPath(new URL("migrations/", import.meta.url));
