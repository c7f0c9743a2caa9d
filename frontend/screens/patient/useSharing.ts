import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ShareWish } from "../../keeper/Keeper.ts";
import { sharesKey } from "../../queries/sharing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { agreeTo } from "../../transactions/grantAccess.ts";
import { rememberName } from "../../transactions/names.ts";
import { words } from "../../words/words.ts";

/** One signature, and then whom the chart is shared with. */
export function useSharing() {
  const { keeper } = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(asked: ShareWish) {
      rememberName(asked.grantee, asked.granteeName!);
      agreeTo(await keeper.describeShare(asked));
      await keeper.share(asked);
    },
    async onSuccess(_, { granteeName }) {
      announce(words.sharing.shared(granteeName!));
      await navigate({ to: "/sharing" }); // before anything takes time: whoever goes elsewhere is not fetched back
      await queryClient.invalidateQueries({ queryKey: sharesKey });
    },
  });
}
