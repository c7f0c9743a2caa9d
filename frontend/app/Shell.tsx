import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet } from "@tanstack/react-router";
import { announcement } from "../session/announcement.ts";
import { seatsQuery } from "../queries/licensing.ts";
import { standingQuery } from "../queries/standing.ts";
import { type Session, endSession, session } from "../session/session.ts";
import { Button } from "../ui/Button.tsx";
import { ThemeChoice } from "../ui/ThemeChoice.tsx";
import { dayText } from "../ui/dayText.ts";
import { words } from "../words/words.ts";
import { NetworkLine } from "./NetworkLine.tsx";
import { Navigation } from "./Navigation.tsx";
import { UnderWay } from "./UnderWay.tsx";
import { WhoAmI } from "./WhoAmI.tsx";
import type { Licence } from "../keeper/Keeper.ts";

/** What is around every screen of somebody who has come in. */
export function Shell() {
  const current = session.use();
  return current.stage === "open" ? <Inside me={current} /> : <Navigate to="/" />;
}

function Inside({ me }: { me: Extract<Session, { stage: "open" }> }) {
  const { data: standing } = useQuery(standingQuery(me));
  const { data: seats = [] } = useQuery(seatsQuery(me));
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-6">
      <a href="#content" className="sr-only focus:not-sr-only focus:p-3">
        {words.shell.skip}
      </a>
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3 print:hidden">
        <Link to="/" className="font-serif text-lead font-semibold text-accent">
          {words.common.name}
        </Link>
        <Navigation standing={standing} isOnBoard={seats.length > 0} />
        <div className="ml-auto flex items-center gap-2">
          <WhoAmI address={me.address} />
          <Button kind="quiet" onClick={endSession}>
            {words.shell.lock}
          </Button>
        </div>
        <div className="order-last w-full empty:hidden">
          <NetworkLine />
          <LicenceLine licences={standing.licences} />
        </div>
      </header>
      <main id="content" className="flex-1 py-8">
        <Announcement />
        <UnderWay />
        <Outlet />
      </main>
      <footer className="flex flex-wrap justify-end gap-4 border-t border-line py-4 print:hidden">
        <ThemeChoice />
      </footer>
    </div>
  );
}

function Announcement() {
  const sentence = announcement.use();
  return (
    <div role="status" className={sentence === undefined ? "" : "mb-6 rounded-field bg-accent-well px-4 py-3"}>
      {sentence}
    </div>
  );
}

function LicenceLine({ licences }: { licences: Licence[] }) {
  return licences.map(({ kind, isInForce, validUntil }) => {
    const name = words.shell.licence[kind] ?? "";
    const sentence = isInForce ? words.shell.licenceUntil(name, dayText(validUntil)) : words.shell.licenceEnded(name);
    return (
      <p key={kind} className={`text-small ${isInForce ? "text-quiet" : "font-semibold text-clay"}`}>
        <Link to="/licence" className="underline decoration-line underline-offset-4 hover:decoration-accent">
          {sentence}
        </Link>
      </p>
    );
  });
}
