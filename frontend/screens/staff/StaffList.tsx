import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StaffMember } from "../../keeper/staff/KeepsStaff.ts";
import { staffKey } from "../../queries/staff.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { dayText, soonText } from "../../ui/dayText.ts";
import { staffWords } from "../../words/staffWords.ts";
import { words } from "../../words/words.ts";

/** Everybody who was appointed and not withdrawn, also those whose time is over. */
export function StaffList({ members }: { members: StaffMember[] }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: ({ address }: StaffMember) => keeper.withdrawStaff(address),
    onSuccess: (_, member) => announce(staffWords.withdrawn(nameOfMember(member))),
    onSettled: () => queryClient.invalidateQueries({ queryKey: staffKey }),
  });
  if (members.length === 0) {
    return (
      <Panel>
        <h2 className="text-title font-semibold">{staffWords.none}</h2>
        <p className="pt-1 text-quiet">{staffWords.noneLead}</p>
      </Panel>
    );
  }
  return (
    <>
      <ErrorNotice error={withdrawing.error} />
      <ul className="flex flex-col gap-3">
        {members.map((member) => (
          <li key={member.address}>
            <MemberPanel
              member={member}
              isWithdrawing={withdrawing.isPending && withdrawing.variables.address === member.address}
              isDisabled={withdrawing.isPending}
              onWithdraw={() => withdrawing.mutate(member)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function nameOfMember({ name, address }: StaffMember): string {
  return name ?? words.common.address(address);
}

type MemberPanelProps = {
  member: StaffMember;
  isWithdrawing: boolean;
  isDisabled: boolean;
  onWithdraw: () => void;
};

function MemberPanel({ member, isWithdrawing, isDisabled, onWithdraw }: MemberPanelProps) {
  const { address, validUntil, isInForce, hasKeys } = member;
  const { until, soon, over, withoutKeys, withdraw, withdrawFor, withdrawing } = staffWords;
  const name = nameOfMember(member);
  const ending = soonText(validUntil);
  return (
    <Panel aria-label={name} className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-title font-semibold">{name}</h2>
        <p className="text-small break-all text-quiet">{address}</p>
        {isInForce ? <p className="pt-2">{until(dayText(validUntil))}</p> : <p className="pt-2 text-clay">{over}</p>}
        {isInForce && ending !== undefined && <p className="font-semibold text-clay">{soon(ending)}</p>}
        {isInForce && !hasKeys && <p className="text-small text-quiet">{withoutKeys}</p>}
      </div>
      <Button onClick={onWithdraw} disabled={isDisabled} isWorking={isWithdrawing} aria-label={withdrawFor(name)}>
        {isWithdrawing ? withdrawing : withdraw}
      </Button>
    </Panel>
  );
}
