import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider, createMemoryHistory, createRootRoute, createRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { zeroAddress } from "viem";
import { onTestFinished } from "vitest";
import { type World, WorldContext } from "../../frontend/app/World.tsx";
import type { Keeper, Standing } from "../../frontend/keeper/Keeper.ts";
import { type Session, endSession, session } from "../../frontend/session/session.ts";
import { showOnPage } from "./showOnPage.tsx";

/** What screens of the app have around them, in a page that has one address. */
export function showInApp(node: ReactNode): HTMLElement {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const routeTree = createRootRoute({ component: () => node });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  return showOnPage(
    <WorldContext value={world}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </WorldContext>,
  );
}

const deployment = { chainId: 31_337, contracts: { ConsentRegistry: zeroAddress } };
const world = { configuration: { deployment } } as unknown as World;

export const somebody = `0x${"A1".repeat(20)}` as const;

type Here = { keeper?: Partial<Keeper>; isMadeHere?: boolean; isBroughtBack?: boolean; standing?: Partial<Standing> };

/** Somebody whose vault is open; their keeper does what the test says, and nothing else. */
export function beOpen({ keeper = {}, standing, ...more }: Here = {}): void {
  be({
    stage: "open",
    address: somebody,
    keeper: keeper as Keeper,
    isMadeHere: false,
    isBroughtBack: false,
    standing: { hasChart: false, hasKey: true, licences: [], worksFor: [], ...standing },
    ...more,
  });
}

/** How far somebody has come in, until the test ends. */
export function be(current: Session): void {
  session.set(current);
  onTestFinished(endSession);
}
