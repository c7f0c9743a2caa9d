import { deskLink, deskPath } from "../../../desk/deskLink.ts";
import { useMe } from "../../../session/useMe.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { PageHead } from "../../../ui/PageHead.tsx";
import { words } from "../../../words/words.ts";
import { CodeOverPanel } from "../../desk/CodeOverPanel.tsx";
import { CodePanel } from "../../desk/CodePanel.tsx";
import { DigitsPanel } from "../../desk/DigitsPanel.tsx";
import { AskForm } from "./AskForm.tsx";
import { SharedPanel } from "./SharedPanel.tsx";
import { useDeskAsking } from "./useDeskAsking.ts";

/** A clinician asks the person in the room for access. */
export function AskScreen() {
  const { hasKey, licences } = useMe().standing;
  const { current, isAsking, error, ask, renew, end, stop } = useDeskAsking();
  const { title, lead, notLicensed, noKey } = words.desk.ask;
  const isLicensed = licences.some(({ isInForce }) => isInForce);
  return (
    <>
      <PageHead title={title} lead={current.step === "choosing" ? lead : undefined} />
      <div className="flex max-w-2xl flex-col gap-4">
        <ErrorNotice error={error} />
        {!isLicensed && <Notice kind="careful">{notLicensed}</Notice>}
        {isLicensed && !hasKey && <Notice kind="careful">{noKey}</Notice>}
        {isLicensed && hasKey && current.step === "choosing" && <AskForm isAsking={isAsking} onAsk={ask} />}
        {current.step === "shown" && (
          <CodePanel
            link={deskLink(deskPath, current.offer)}
            until={current.until}
            says={words.desk.code}
            onOver={end}
            onStop={stop}
          />
        )}
        {current.step === "answered" && (
          <DigitsPanel
            digits={current.digits}
            until={current.until}
            says={words.desk.digits}
            onRenew={renew}
            onStop={stop}
          />
        )}
        {current.step === "over" && <CodeOverPanel says={words.desk.code} onRenew={renew} onStop={stop} />}
        {current.step === "shared" && <SharedPanel subject={current.subject} name={current.name} onAnother={stop} />}
      </div>
    </>
  );
}
