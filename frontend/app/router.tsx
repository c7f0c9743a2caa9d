import { Outlet, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { type Address, type Hex, isAddress } from "viem";
import { session } from "../session/session.ts";
import { ActivityScreen } from "../screens/patient/ActivityScreen.tsx";
import { ChartScreen } from "../screens/patient/ChartScreen.tsx";
import { ShareScreen } from "../screens/patient/ShareScreen.tsx";
import { SharingScreen } from "../screens/patient/SharingScreen.tsx";
import { PatientChartScreen } from "../screens/doctor/PatientChartScreen.tsx";
import { PatientsScreen } from "../screens/doctor/PatientsScreen.tsx";
import { VaultScreen } from "../screens/vault/VaultScreen.tsx";
import { WelcomeScreen } from "../screens/welcome/WelcomeScreen.tsx";
import { Shell } from "./Shell.tsx";

const root = createRootRoute({ component: Outlet });

const welcome = createRoute({ getParentRoute: () => root, path: "/", component: WelcomeScreen });

/** Everything behind it is for somebody whose vault is open. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: () => {
    if (session.get().stage !== "open") throw redirect({ to: "/" });
  },
});

const inside = { getParentRoute: () => shell };
const chart = createRoute({ ...inside, path: "/chart", component: () => <ChartScreen /> });
const ownRecord = createRoute({
  ...inside,
  path: "/chart/$record",
  component: function OwnRecord() {
    return <ChartScreen record={ownRecord.useParams().record as Hex} />;
  },
});
const sharing = createRoute({ ...inside, path: "/sharing", component: SharingScreen });
const share = createRoute({
  ...inside,
  path: "/sharing/new",
  /** `with`: whom the form is filled in for; a share that is there already is changed. */
  validateSearch: ({ with: address }: { with?: unknown }): { with?: Address } =>
    typeof address === "string" && isAddress(address) ? { with: address } : {},
  component: function Share() {
    return <ShareScreen forWhom={share.useSearch().with} />;
  },
});
const activity = createRoute({ ...inside, path: "/activity", component: ActivityScreen });
const vault = createRoute({ ...inside, path: "/vault", component: VaultScreen });
const patients = createRoute({ ...inside, path: "/patients", component: PatientsScreen });
const patient = createRoute({
  ...inside,
  path: "/patients/$subject",
  component: function Patient() {
    return <PatientChartScreen subject={patient.useParams().subject as Address} />;
  },
});
const patientRecord = createRoute({
  ...inside,
  path: "/patients/$subject/$record",
  component: function PatientRecord() {
    const { subject, record } = patientRecord.useParams();
    return <PatientChartScreen subject={subject as Address} record={record as Hex} />;
  },
});

const routeTree = root.addChildren([
  welcome,
  shell.addChildren([chart, ownRecord, sharing, share, activity, vault, patients, patient, patientRecord]),
]);

export const router = createRouter({ routeTree, basepath: "/app", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
