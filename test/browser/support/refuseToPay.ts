import type { BrowserContext } from "playwright";

/** The gateway says at once that it pays for nothing now; one that is merely away is waited for. */
export async function refuseToPay(context: BrowserContext): Promise<void> {
  await context.route("**/relay", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      headers: { "Access-Control-Allow-Origin": "*" },
      body: JSON.stringify({ type: "urn:ownchart:error:RelayTooDear", title: "The network asks too much." }),
    }),
  );
}
