import { type ComponentType, Suspense, lazy } from "react";
import { Waiting } from "../ui/Waiting.tsx";
import { words } from "../words/words.ts";

/** A screen whose script comes when somebody goes there. */
export function loadedWhenUsed<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Screen = lazy(async () => ({ default: await load() }));
  return function ScreenLoaded(props: Props) {
    return (
      <Suspense fallback={<Waiting what={words.common.loading} />}>
        <Screen {...props} />
      </Suspense>
    );
  };
}
