import { type RefObject, useEffect, useState } from "react";

/** Whether something is in view, or will be soon: a screen's height away at most. */
export function useIsNear(target: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = target;
    if (current === null) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)!.isIntersecting), {
      rootMargin: "100%",
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [target]);
  return isNear;
}
