import { useMutation } from "@tanstack/react-query";
import * as Comlink from "comlink";
import { useEffect, useState } from "react";
import type { TakeProgress, TakeWish } from "../../keeper/taking/TakesAlong.ts";
import { useMe } from "../../session/useMe.ts";
import { saveFile } from "../../viewer/saveFile.ts";
import { takenFileName } from "./takenFileName.ts";

/** Puts one's own chart into a file, tells how far it is, and can be stopped. Leaving the screen stops it too. */
export function useTaking() {
  const { keeper } = useMe();
  const [progress, setProgress] = useState<TakeProgress>();
  useEffect(() => () => void keeper.cancelTaking(), [keeper]);
  const taking = useMutation({
    gcTime: 0, // whoever leaves the screen leaves no chart behind in memory
    async mutationFn(wish: TakeWish) {
      setProgress(undefined);
      const taken = await keeper.takeEverything(wish, Comlink.proxy(setProgress));
      const name = takenFileName({ form: wish.form, isWhole: taken.lost.length === 0 });
      saveFile({ name, content: taken.file });
      return { ...taken, name };
    },
  });
  return { ...taking, progress, stop: () => void keeper.cancelTaking() };
}
