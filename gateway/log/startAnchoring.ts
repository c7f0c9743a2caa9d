import type { Gateway } from "../Gateway.ts";
import { DatabaseBehindChainError, anchorLog } from "./anchorLog.ts";

/** Anchors the log now and from time to time, until the answer is called; that waits for what is being written. */
export function startAnchoring(gateway: Gateway): () => Promise<void> {
  const pause = Math.min(Math.max(gateway.configuration.anchorSeconds, 1) * 1000, longestTimer);
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void>;
  const anchor = async () => {
    await anchorLog(gateway).catch((error: unknown) => {
      const isBehind = error instanceof DatabaseBehindChainError;
      gateway.report(isBehind ? error.message : "The access log was not anchored.", error);
    });
    if (!isStopped) timer = setTimeout(() => void (current = anchor()), pause);
  };
  current = anchor();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await current;
  };
}

/** What is longer, Node takes for nothing at all. */
const longestTimer = 2 ** 31 - 1;
