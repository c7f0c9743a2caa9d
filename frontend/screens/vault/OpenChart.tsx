import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Keeper } from "../../keeper/Keeper.ts";
import { enter } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";

export function OpenChart({ keeper }: { keeper: Keeper }) {
  const opening = useMutation({
    async mutationFn() {
      await keeper.openChart();
      await enter();
    },
  });
  const { title, lead, archive, licence, open, opening: isOpening } = words.vault.start;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <ErrorNotice error={opening.error} />
      <Button kind="main" isWorking={opening.isPending} onClick={() => opening.mutate()}>
        {opening.isPending ? isOpening : open}
      </Button>
      <p className="pt-4 text-quiet">{archive}</p>
      <p className="pt-4">
        <Link to="/licence" className="font-semibold text-accent underline">
          {licence}
        </Link>
      </p>
    </>
  );
}
