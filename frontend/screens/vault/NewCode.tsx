import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import type { Keeper } from "../../keeper/Keeper.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { RecoveryCode } from "./RecoveryCode.tsx";
import { RecoveryCodeTest } from "./RecoveryCodeTest.tsx";

type NewCodeProps = {
  keeper: Keeper;
  address: Address;
  bringsWallet: boolean;
  note?: string | undefined;
  /** What follows once it is on paper. */
  children: ReactNode;
};

/** A recovery code: shown, tested, and then what it is for. */
export function NewCode({ keeper, address, bringsWallet, note, children }: NewCodeProps) {
  const [step, setStep] = useState<"show" | "test" | "done">("show");
  const { data: code, error } = useQuery({
    queryKey: ["recovery-code", address],
    queryFn: () => keeper.recoveryCode(),
    gcTime: 0,
    staleTime: Infinity,
  });
  if (step === "done") return children;
  if (error !== null) return <ErrorNotice error={error} />;
  if (code === undefined) return <Waiting what={words.vault.code.making} />;
  if (step === "test") {
    return <RecoveryCodeTest code={code} onDone={() => setStep("done")} onBack={() => setStep("show")} />;
  }
  const props = { code, address, bringsWallet, note };
  return <RecoveryCode {...props} onDone={() => setStep("test")} />;
}
