import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Standing } from "../keeper/Keeper.ts";
import { sharedWithMeQuery } from "../queries/sharing.ts";
import { workplacesQuery } from "../queries/staff.ts";
import { slowly } from "../queries/staleTimes.ts";
import { useMe } from "../session/useMe.ts";
import { words } from "../words/words.ts";
import { worksForWords } from "../words/worksForWords.ts";
import { NoticesLink } from "./NoticesLink.tsx";

const tab =
  "inline-flex min-h-11 shrink-0 items-center rounded-field px-3 whitespace-nowrap text-quiet hover:bg-well hover:text-ink data-[status=active]:font-semibold data-[status=active]:text-ink data-[status=active]:underline data-[status=active]:decoration-accent data-[status=active]:decoration-2 data-[status=active]:underline-offset-8";

const hospitalKind = 2;

type NavigationProps = { standing: Standing; isOnBoard: boolean };

/** Where somebody can go: what each role has is read from the chain. */
export function Navigation({ standing: { hasChart, hasKey, licences, worksFor }, isOnBoard }: NavigationProps) {
  const { data: shared = [] } = useQuery({ ...sharedWithMeQuery(useMe()), ...slowly, enabled: hasKey });
  const isHospital = licences.some(({ kind }) => kind === hospitalKind);
  return (
    <nav
      aria-label={words.shell.navigation}
      className="order-last -mx-3 flex w-full gap-1 overflow-x-auto sm:order-none sm:mx-0 sm:w-auto"
    >
      {isOnBoard && (
        <Link to="/board" className={tab}>
          {words.shell.board}
        </Link>
      )}
      {licences.length > 0 && (
        <Link to="/patients" className={tab}>
          {words.shell.patients}
        </Link>
      )}
      {isHospital && (
        <Link to="/staff" className={tab}>
          {worksForWords.staff}
        </Link>
      )}
      {isHospital && (
        <Link to="/batch" className={tab}>
          {worksForWords.batch}
        </Link>
      )}
      {!isHospital && worksFor.length > 0 && <WorkLink />}
      {hasChart && (
        <>
          <Link to="/chart" className={tab}>
            {words.shell.chart}
          </Link>
          <Link to="/sharing" className={tab}>
            {words.shell.sharing}
          </Link>
        </>
      )}
      {licences.length === 0 && shared.length > 0 && (
        <Link to="/patients" className={tab}>
          {words.patients.toRelatives.title}
        </Link>
      )}
      <NoticesLink className={tab} />
      {hasChart && (
        <Link to="/activity" className={tab}>
          {words.shell.activity}
        </Link>
      )}
      <Link to="/vault" className={tab}>
        {words.shell.vault}
      </Link>
    </nav>
  );
}

/** The hospital by its name, once that has come. */
function WorkLink() {
  const { data } = useQuery(workplacesQuery(useMe()));
  const name = data?.length === 1 ? data[0]!.name : undefined;
  return (
    <Link to="/batch" className={`${tab} whitespace-nowrap`}>
      {name === undefined ? worksForWords.addForSome : worksForWords.addFor(name)}
    </Link>
  );
}
