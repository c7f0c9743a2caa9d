import { useState } from "react";
import type { Address } from "viem";
import { nameOf } from "../transactions/names.ts";
import { words } from "../words/words.ts";

/** Who has come in, and the address by which others find them. */
export function WhoAmI({ address }: { address: Address }) {
  const [isCopied, setIsCopied] = useState(false);
  const [name, short] = [nameOf(address), words.common.address(address)];
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setIsCopied(true);
  };
  return (
    <button
      type="button"
      onClick={() => void copy()}
      title={address}
      className="min-h-11 rounded-field px-3 text-right text-small text-quiet hover:bg-well"
    >
      {name !== short && <span className="block font-semibold text-ink">{name}</span>}
      <span className="sr-only">{words.shell.copyAddress}</span>
      <span role="status">{isCopied ? words.shell.copied : short}</span>
    </button>
  );
}
