import { useEffect, useState } from "react";

/** Whole seconds left until then, which is in milliseconds; never below zero. */
export function useSecondsUntil(then: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [then]);
  return Math.max(0, Math.ceil((then - now) / 1000));
}
