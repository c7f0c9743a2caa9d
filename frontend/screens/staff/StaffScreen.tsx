import { useQuery } from "@tanstack/react-query";
import { staffQuery } from "../../queries/staff.ts";
import { standingQuery } from "../../queries/standing.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { staffWords } from "../../words/staffWords.ts";
import { AppointForm } from "./AppointForm.tsx";
import { KeysPanel } from "./KeysPanel.tsx";
import { StaffList } from "./StaffList.tsx";

const hospitalKind = 2;

/** Who works for a hospital, and what they are given. */
export function StaffScreen() {
  const me = useMe();
  const { data: standing } = useQuery(standingQuery(me));
  const { data: staff, error, isPending } = useQuery(staffQuery(me));
  for (const { address, name } of staff?.members ?? []) if (name !== undefined) rememberName(address, name);
  const { title, lead, loading, notHospital } = staffWords;
  const isHospital = standing.licences.some(({ kind, isInForce }) => kind === hospitalKind && isInForce);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={title} lead={lead} />
      <div className="flex flex-col gap-5">
        {!isHospital && <Notice kind="careful">{notHospital}</Notice>}
        <ErrorNotice error={error} />
        {isPending && <Waiting what={loading} />}
        {staff !== undefined && (
          <>
            <StaffList members={staff.members} />
            {isHospital && <KeysPanel staff={staff} />}
            {isHospital && <AppointForm />}
          </>
        )}
      </div>
    </div>
  );
}
