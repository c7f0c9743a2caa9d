import { useMutation } from "@tanstack/react-query";
import { useConnection, useSwitchChain } from "wagmi";
import { Button } from "../ui/Button.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Notice } from "../ui/Notice.tsx";
import { words } from "../words/words.ts";
import { useWorld } from "./World.tsx";

/** Where the wallet has gone to another chain: one click brings it back, or adds ours to it. */
export function NetworkLine() {
  const { chainId, isConnected } = useConnection();
  const { deployment } = useWorld().configuration;
  const { mutateAsync: switchChain } = useSwitchChain();
  const switching = useMutation({ mutationFn: () => switchChain({ chainId: deployment.chainId }) });
  if (!isConnected || chainId === deployment.chainId) return null;
  return (
    <div className="flex flex-col gap-3 pt-4">
      <Notice kind="careful">
        <span className="flex flex-wrap items-center justify-between gap-3">
          {words.shell.otherNetwork}
          <Button isWorking={switching.isPending} onClick={() => switching.mutate()}>
            {words.shell.switchNetwork}
          </Button>
        </span>
      </Notice>
      <ErrorNotice error={switching.error} />
    </div>
  );
}
