import { useState } from "react";
import { useWorld } from "../../app/World.tsx";
import { useMe } from "../../session/useMe.ts";

export type AboutMe = { name: string; birthDate: string };

/** What a grantee is told of whose chart it is; typed anew each time but in a draft, and known already of sample people. */
export function useAboutMe(begun?: AboutMe) {
  const { address } = useMe();
  const { sampleWallet } = useWorld();
  return useState<AboutMe>(() => {
    if (begun !== undefined) return begun;
    const sample = sampleWallet.personAt(address);
    return { name: sample?.name ?? "", birthDate: sample?.birthDate ?? "" };
  });
}
