import { Outlet, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { type Address, type Hex, isAddress } from "viem";
import { deskPath, devicePath } from "../desk/deskLink.ts";
import { scannedOffer } from "../desk/scannedOffer.ts";
import { useMe } from "../session/useMe.ts";
import { session } from "../session/session.ts";
import { AddScreen } from "../screens/add/AddScreen.tsx";
import { ActivityScreen } from "../screens/patient/ActivityScreen.tsx";
import { ChartScreen } from "../screens/patient/ChartScreen.tsx";
import { DeskScreen } from "../screens/patient/desk/DeskScreen.tsx";
import { ShareScreen } from "../screens/patient/ShareScreen.tsx";
import { SharingScreen } from "../screens/patient/SharingScreen.tsx";
import { AskScreen } from "../screens/doctor/ask/AskScreen.tsx";
import { PatientChartScreen } from "../screens/doctor/chart/PatientChartScreen.tsx";
import { PatientFrame } from "../screens/doctor/chart/PatientFrame.tsx";
import { PatientsScreen } from "../screens/doctor/PatientsScreen.tsx";
import { VaultScreen } from "../screens/vault/VaultScreen.tsx";
import { WelcomeScreen } from "../screens/welcome/WelcomeScreen.tsx";
import { AddDeviceScreen } from "../screens/vault/device/AddDeviceScreen.tsx";
import { Shell } from "./Shell.tsx";
import { loadedWhenUsed } from "./loadedWhenUsed.tsx";

const TrendsScreen = loadedWhenUsed(async () => (await import("../screens/trends/TrendsScreen.tsx")).TrendsScreen);
const PatientTrendsScreen = loadedWhenUsed(
  async () => (await import("../screens/trends/PatientTrendsScreen.tsx")).PatientTrendsScreen,
);

const GlanceScreen = loadedWhenUsed(async () => (await import("../screens/glance/GlanceScreen.tsx")).GlanceScreen);
const PatientGlanceScreen = loadedWhenUsed(
  async () => (await import("../screens/glance/PatientGlanceScreen.tsx")).PatientGlanceScreen,
);

const NoticesScreen = loadedWhenUsed(async () => (await import("../screens/notices/NoticesScreen.tsx")).NoticesScreen);

const TakeScreen = loadedWhenUsed(async () => (await import("../screens/taking/TakeScreen.tsx")).TakeScreen);
const OpenArchiveScreen = loadedWhenUsed(
  async () => (await import("../screens/taking/OpenArchiveScreen.tsx")).OpenArchiveScreen,
);

const NoteScreen = loadedWhenUsed(async () => (await import("../screens/note/NoteScreen.tsx")).NoteScreen);
const CorrectNoteScreen = loadedWhenUsed(
  async () => (await import("../screens/note/CorrectNoteScreen.tsx")).CorrectNoteScreen,
);
const LicenceScreen = loadedWhenUsed(async () => (await import("../screens/licence/LicenceScreen.tsx")).LicenceScreen);
const ApplyScreen = loadedWhenUsed(async () => (await import("../screens/licence/ApplyScreen.tsx")).ApplyScreen);
const BoardScreen = loadedWhenUsed(async () => (await import("../screens/board/BoardScreen.tsx")).BoardScreen);
const StaffScreen = loadedWhenUsed(async () => (await import("../screens/staff/StaffScreen.tsx")).StaffScreen);
const BatchScreen = loadedWhenUsed(async () => (await import("../screens/batch/BatchScreen.tsx")).BatchScreen);

const root = createRootRoute({ component: Outlet });

const welcome = createRoute({ getParentRoute: () => root, path: "/", component: WelcomeScreen });

const archive = createRoute({ getParentRoute: () => root, path: "/archive", component: OpenArchiveScreen });

/** Everything behind it is for somebody whose vault is open. */
const shell = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: ({ location }) => {
    if (session.get().stage === "open") return;
    const { pathname: path, hash: code } = location;
    if ((path === deskPath || path === devicePath) && code !== "") scannedOffer.set({ path, code });
    throw redirect({ to: "/" });
  },
});

const inside = { getParentRoute: () => shell };
const chart = createRoute({ ...inside, path: "/chart", component: () => <ChartScreen /> });
const ownAdd = createRoute({
  ...inside,
  path: "/chart/add",
  component: function AddToOwn() {
    return <AddScreen subject={useMe().address} />;
  },
});
const ownTrends = createRoute({ ...inside, path: "/chart/trends", component: TrendsScreen });
const ownGlance = createRoute({ ...inside, path: "/chart/glance", component: GlanceScreen });
const ownDownload = createRoute({ ...inside, path: "/chart/download", component: TakeScreen });
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
const desk = createRoute({ ...inside, path: deskPath, component: DeskScreen });
const activity = createRoute({ ...inside, path: "/activity", component: ActivityScreen });
const notices = createRoute({ ...inside, path: "/notices", component: NoticesScreen });
const vault = createRoute({ ...inside, path: "/vault", component: VaultScreen });
const device = createRoute({
  ...inside,
  path: devicePath,
  component: AddDeviceScreen,
});
const licence = createRoute({ ...inside, path: "/licence", component: LicenceScreen });
const apply = createRoute({
  ...inside,
  path: "/licence/apply",
  /** `renew`: the kind of the licence that another term is asked for. */
  validateSearch: ({ renew }: { renew?: unknown }): { renew?: number } => (typeof renew === "number" ? { renew } : {}),
  component: function Apply() {
    return <ApplyScreen renew={apply.useSearch().renew} />;
  },
});
const board = createRoute({ ...inside, path: "/board", component: () => <BoardScreen part="applications" /> });
const boardRegister = createRoute({
  ...inside,
  path: "/board/register",
  component: () => <BoardScreen part="register" />,
});
const boardSecret = createRoute({ ...inside, path: "/board/secret", component: () => <BoardScreen part="secret" /> });
const boardApplication = createRoute({
  ...inside,
  path: "/board/$application",
  component: function OneApplication() {
    return <BoardScreen part="applications" application={boardApplication.useParams().application as Hex} />;
  },
});
const staff = createRoute({ ...inside, path: "/staff", component: StaffScreen });
const batch = createRoute({ ...inside, path: "/batch", component: BatchScreen });
const patients = createRoute({ ...inside, path: "/patients", component: PatientsScreen });
const ask = createRoute({ ...inside, path: "/patients/ask", component: AskScreen });
const patient = createRoute({
  ...inside,
  path: "/patients/$subject",
  component: function Patient() {
    return <PatientFrame subject={patient.useParams().subject as Address} />;
  },
});

const ofPatient = { getParentRoute: () => patient };
/** Whose chart it is, on each of its screens. */
const useSubject = () => patient.useParams().subject as Address;
const patientTimeline = createRoute({
  ...ofPatient,
  path: "/",
  component: function PatientTimeline() {
    return <PatientChartScreen subject={useSubject()} />;
  },
});
const patientAdd = createRoute({
  ...ofPatient,
  path: "/add",
  component: function AddToPatient() {
    return <AddScreen subject={useSubject()} />;
  },
});
const patientNote = createRoute({
  ...ofPatient,
  path: "/note",
  component: function NoteOnPatient() {
    return <NoteScreen subject={useSubject()} />;
  },
});
const patientCorrection = createRoute({
  ...ofPatient,
  path: "/$record/correct",
  component: function CorrectionOfNote() {
    return <CorrectNoteScreen subject={useSubject()} record={patientCorrection.useParams().record as Hex} />;
  },
});
const patientTrends = createRoute({
  ...ofPatient,
  path: "/trends",
  component: function TrendsOfPatient() {
    return <PatientTrendsScreen subject={useSubject()} />;
  },
});
const patientGlance = createRoute({
  ...ofPatient,
  path: "/glance",
  component: function GlanceAtPatient() {
    return <PatientGlanceScreen subject={useSubject()} />;
  },
});
const patientRecord = createRoute({
  ...ofPatient,
  path: "/$record",
  component: function PatientRecord() {
    return <PatientChartScreen subject={useSubject()} record={patientRecord.useParams().record as Hex} />;
  },
});

const routeTree = root.addChildren([
  welcome,
  archive,
  shell.addChildren([
    chart,
    ownAdd,
    ownTrends,
    ownGlance,
    ownDownload,
    ownRecord,
    sharing,
    share,
    desk,
    activity,
    notices,
    vault,
    device,
    licence,
    apply,
    board,
    boardRegister,
    boardSecret,
    boardApplication,
    staff,
    batch,
    patients,
    ask,
    patient.addChildren([
      patientTimeline,
      patientAdd,
      patientNote,
      patientTrends,
      patientGlance,
      patientRecord,
      patientCorrection,
    ]),
  ]),
]);

export const router = createRouter({ routeTree, basepath: "/app", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
