import { createStore } from "../session/createStore.ts";

export type LockAfter = 1 | 10 | 60;

const choices: readonly number[] = [1, 10, 60] satisfies LockAfter[];
const place = "ownchart/lock-after";

/** Minutes without a touch after which this device locks; each device has its own. */
export const lockAfter = createStore<LockAfter>(parseLockAfter(globalThis.localStorage?.getItem(place)));

export function chooseLockAfter(minutes: LockAfter): void {
  localStorage.setItem(place, String(minutes));
  lockAfter.set(minutes);
}

/** Ten, unless one of the choices is written there. */
export function parseLockAfter(text: string | null | undefined): LockAfter {
  const minutes = Number(text);
  return choices.includes(minutes) ? (minutes as LockAfter) : 10;
}
