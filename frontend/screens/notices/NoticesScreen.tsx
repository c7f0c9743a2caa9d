import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Notice } from "../../notices/Notice.ts";
import { useNotices } from "../../notices/useNotices.ts";
import { putAwayKey } from "../../queries/notices.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { noticeWords } from "../../words/noticeWords.ts";

export function NoticesScreen() {
  const notices = useNotices();
  const { title, lead, none, loading } = noticeWords;
  return (
    <div className="max-w-3xl">
      <PageHead title={title} lead={lead} />
      {notices === undefined && <Waiting what={loading} />}
      {notices?.length === 0 && <p className="py-4 text-quiet">{none}</p>}
      <ul className="flex flex-col gap-3">
        {notices?.map((notice) => (
          <li key={notice.key}>
            <NoticeCard notice={notice} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoticeCard({ notice: { key, sentence, action, to } }: { notice: Notice }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const putAway = async () => {
    await keeper.putAwayNotice(key);
    await queryClient.invalidateQueries({ queryKey: putAwayKey });
  };
  return (
    <div className="rounded-panel border border-line bg-surface p-5 shadow-panel">
      <p>{sentence}</p>
      <div className="flex flex-wrap items-center gap-x-6 pt-2">
        <Link {...to} className="inline-flex min-h-11 items-center font-semibold text-accent underline">
          {action}
        </Link>
        <Button kind="quiet" aria-label={noticeWords.putAwayThis(sentence)} onClick={() => void putAway()}>
          {noticeWords.putAway}
        </Button>
      </div>
    </div>
  );
}
