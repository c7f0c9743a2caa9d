import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sharesKey } from "../../queries/sharing.ts";
import { vaultKey } from "../../queries/vault.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { words } from "../../words/words.ts";

/** Ways were removed, and the chain does not know of the new keys yet. */
export function RenewalWaiting() {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const finishing = useMutation({
    mutationFn: () => keeper.finishRenewal(),
    onSettled: () => Promise.all([vaultKey, sharesKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  const { text, finish, working } = words.vaultScreen.waiting;
  return (
    <Notice kind="careful">
      <p>{text}</p>
      <ErrorNotice error={finishing.error} />
      <Button className="mt-3" isWorking={finishing.isPending} onClick={() => finishing.mutate()}>
        {finishing.isPending ? working : finish}
      </Button>
    </Notice>
  );
}
