import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Connector, useConnectors } from "wagmi";
import { useWorld } from "../../app/World.tsx";
import { deskPath, devicePath } from "../../desk/deskLink.ts";
import { scannedOffer } from "../../desk/scannedOffer.ts";
import type { SamplePerson } from "../../configuration/Configuration.ts";
import { type Session, beginSession, endSession, session } from "../../session/session.ts";
import { seatsQuery } from "../../queries/licensing.ts";
import { rememberName } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { connectWallet } from "../../wallet/connectWallet.ts";
import { samplePeopleWalletId } from "../../wallet/samplePeopleWallet.ts";
import { words } from "../../words/words.ts";
import { CreateVault } from "../vault/CreateVault.tsx";
import { OpenChart } from "../vault/OpenChart.tsx";
import { UnlockVault } from "../vault/UnlockVault.tsx";
import { JoinDevice } from "../vault/device/JoinDevice.tsx";
import { NewDeviceWay } from "../vault/device/NewDeviceWay.tsx";
import { BringBack } from "./BringBack.tsx";
import { OwnWallets } from "./OwnWallets.tsx";
import { SamplePeople } from "./SamplePeople.tsx";
import { UseAsStaff } from "./UseAsStaff.tsx";
import { useWalletsHere } from "./useWalletsHere.ts";

/** From nobody to somebody with an open chart: each step has a place of its own, and the session says which it is. */
export function WelcomeScreen() {
  const current = session.use();
  if (current.stage === "locked")
    return (
      <Step>
        <UnlockVault {...current} />
      </Step>
    );
  if (current.stage === "joining")
    return (
      <Step>
        <JoinDevice desk={current.desk} hasWallet={false} onArrived={current.onArrived} onStop={endSession} />
      </Step>
    );
  if (current.stage === "joined")
    return (
      <Step>
        <NewDeviceWay keeper={current.keeper} address={current.address} />
      </Step>
    );
  if (current.stage === "without-vault")
    return (
      <Step>
        <CreateVault {...current} />
      </Step>
    );
  if (current.stage !== "open")
    return <ComeIn idleMinutes={current.stage === "none" ? current.idleMinutes : undefined} />;
  if (current.isBroughtBack) return <Navigate to="/vault" />;
  const { hasChart, licences, worksFor } = current.standing;
  const scanned = scannedOffer.get()?.path;
  if (scanned === devicePath) return <Navigate to={devicePath} />;
  if (hasChart && scanned === deskPath) return <Navigate to={deskPath} />;
  if (licences.length > 0) return <Navigate to="/patients" />;
  if (!hasChart && worksFor.length > 0) return <Navigate to="/batch" />;
  return hasChart ? <Navigate to="/chart" /> : <WithoutChart me={current} />;
}

/** Whoever sits on a board goes there; anybody else may open a chart. */
function WithoutChart({ me }: { me: Extract<Session, { stage: "open" }> }) {
  const { data: seats, isPending } = useQuery(seatsQuery(me));
  if (isPending) {
    return (
      <Step>
        <Waiting what={words.welcome.opening} />
      </Step>
    );
  }
  if (seats !== undefined && seats.length > 0) return <Navigate to="/board" />;
  return (
    <Step>
      <OpenChart keeper={me.keeper} />
      <UseAsStaff />
    </Step>
  );
}

function Step({ children }: { children: React.ReactNode }) {
  return <main className="mx-auto max-w-xl px-4 py-12 sm:px-6">{children}</main>;
}

function ComeIn({ idleMinutes }: { idleMinutes: number | undefined }) {
  const { configuration, wagmi, sampleWallet } = useWorld();
  const connectors = useConnectors();
  const [isBringingBack, setIsBringingBack] = useState(false);
  const sample = connectors.find(({ id }) => id === samplePeopleWalletId);
  const others = connectors.filter(
    ({ id, type }) => id !== samplePeopleWalletId && type === "injected" && id !== "injected",
  );
  const comeIn = useMutation({
    async mutationFn({ connector, person }: { connector: Connector; person?: SamplePerson }) {
      if (person !== undefined) sampleWallet.choose(person);
      const wallet = await connectWallet(wagmi, connector);
      if (person !== undefined) rememberName(wallet.address, person.name);
      const way = person && ({ kind: "passphrase", passphrase: person.passphrase } as const);
      await beginSession(configuration, wallet, way);
    },
  });

  const { data: here = [], isPending: isLooking } = useWalletsHere();
  const isComingBack = here.length > 0;
  const ownWallets = (
    <OwnWallets here={here} isDisabled={comeIn.isPending} onBringBack={() => setIsBringingBack(true)} />
  );

  if (isBringingBack)
    return (
      <Step>
        <BringBack onBack={() => setIsBringingBack(false)} />
      </Step>
    );
  if (isLooking) return null;
  return (
    <main className="mx-auto max-w-5xl px-4 py-12 sm:px-6">
      <PageHead title={words.welcome.title} lead={words.welcome.lead} />
      {idleMinutes !== undefined && !comeIn.isPending && <Notice>{words.welcome.idle(idleMinutes)}</Notice>}
      <ErrorNotice error={comeIn.error} />
      {comeIn.isPending && <Waiting what={words.welcome.connecting} />}
      <div className="flex flex-col gap-6 pt-2">
        {isComingBack && ownWallets}
        {sample !== undefined && (
          <SamplePeople
            people={configuration.samplePeople}
            isDisabled={comeIn.isPending}
            onChoose={(person) => comeIn.mutate({ connector: sample, person })}
          />
        )}
        {!isComingBack && ownWallets}
        <Panel aria-labelledby="wallets">
          <h2 id="wallets" className="pb-3 text-title font-semibold">
            {words.welcome.wallets.title}
          </h2>
          {others.length === 0 && <p className="text-quiet">{words.welcome.wallets.none}</p>}
          <ul className="flex flex-wrap gap-3">
            {others.map((connector) => (
              <li key={connector.uid}>
                <Button disabled={comeIn.isPending} onClick={() => comeIn.mutate({ connector })}>
                  {connector.icon !== undefined && <img src={connector.icon} alt="" className="size-6" />}
                  {words.welcome.wallets.use(connector.name)}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
        <p>
          <Link to="/archive" className="font-semibold text-accent underline">
            {words.welcome.archive}
          </Link>
        </p>
      </div>
    </main>
  );
}
