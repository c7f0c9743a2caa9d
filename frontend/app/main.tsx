import "../design/tokens.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { WagmiProvider } from "wagmi";
import { loadConfiguration } from "../configuration/loadConfiguration.ts";
import { InactivityLock } from "../locking/InactivityLock.tsx";
import { whenLocked } from "../session/session.ts";
import { PromptCard } from "../transactions/PromptCard.tsx";
import { applyTheme } from "../ui/ThemeChoice.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { announceSamplePeople } from "../wallet/samplePeopleWallet.ts";
import { createWagmiConfig } from "../wallet/createWagmiConfig.ts";
import { WorldContext } from "./World.tsx";
import { router } from "./router.tsx";

applyTheme();
const root = createRoot(document.getElementById("app")!);
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } });

// What was read goes with the keys: nothing of a chart stays in the page once its vault is locked.
whenLocked(() => queryClient.clear());

try {
  const configuration = await loadConfiguration();
  const icon = new URL("/icon.svg", location.href).href;
  const sampleWallet = announceSamplePeople(configuration, icon);
  const world = { configuration, sampleWallet, wagmi: createWagmiConfig(configuration) };
  root.render(
    <StrictMode>
      <WorldContext value={world}>
        <WagmiProvider config={world.wagmi} reconnectOnMount={false}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
            <PromptCard />
            <InactivityLock />
          </QueryClientProvider>
        </WagmiProvider>
      </WorldContext>
    </StrictMode>,
  );
} catch (error) {
  root.render(<ErrorNotice error={error} />);
}
