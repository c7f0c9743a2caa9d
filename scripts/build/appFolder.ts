import { fileURLToPath } from "node:url";

/** Where the app is built to be served elsewhere. */
export const appFolder = fileURLToPath(new URL("../../dist/", import.meta.url));
