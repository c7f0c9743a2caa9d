import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TakeWish } from "../../keeper/taking/TakesAlong.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { takingWords } from "../../words/takingWords.ts";
import { words } from "../../words/words.ts";
import { RadioChoice } from "../patient/RadioChoice.tsx";
import { ArchivePanel } from "./ArchivePanel.tsx";
import { BundlePanel } from "./BundlePanel.tsx";
import { TakeProgress } from "./TakeProgress.tsx";
import { Taken } from "./Taken.tsx";
import { useTaking } from "./useTaking.ts";

/** Everything in one's own chart, to keep or to take elsewhere. */
export function TakeScreen() {
  const { title, lead } = takingWords;
  return (
    <>
      <PageHead title={title} lead={lead}>
        <Link to="/chart" className={plainLinkLook}>
          {words.common.toChart}
        </Link>
      </PageHead>
      <Taking />
    </>
  );
}

function Taking() {
  const [form, setForm] = useState<TakeWish["form"]>("archive");
  const taking = useTaking();
  if (taking.isPending) return <TakeProgress progress={taking.progress} onStop={taking.stop} />;
  if (taking.isSuccess) return <Taken taken={taking.data} onMore={taking.reset} />;
  return (
    <div className="flex max-w-2xl flex-col gap-6">
      <ErrorNotice error={taking.error} />
      <Panel className="flex flex-col gap-5">
        <RadioChoice legend={takingWords.form} options={takingWords.forms} chosen={form} onChoose={setForm} />
        {form === "archive" ? (
          <ArchivePanel onMake={(passphrase) => taking.mutate({ form, passphrase })} />
        ) : (
          <BundlePanel onTake={() => taking.mutate({ form })} />
        )}
      </Panel>
      <p>
        <Link to="/archive" className="font-semibold text-accent underline">
          {takingWords.openLink}
        </Link>
      </p>
    </div>
  );
}
