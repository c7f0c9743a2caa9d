/** A gateway, until it is told to end. Which chain, which storage and who pays is said by the environment. */
import "./quickImports.ts";

await import("./runGateway.ts");
