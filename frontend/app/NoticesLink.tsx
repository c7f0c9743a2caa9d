import { Link } from "@tanstack/react-router";
import { useNotices } from "../notices/useNotices.ts";
import { noticeWords } from "../words/noticeWords.ts";

/** The way to the notices, and how many there are. */
export function NoticesLink({ className }: { className: string }) {
  const number = useNotices()?.length ?? 0;
  return (
    <Link to="/notices" className={className}>
      <span className="whitespace-nowrap">
        {noticeWords.title} {number > 0 && <HowMany number={number} />}
      </span>
    </Link>
  );
}

function HowMany({ number }: { number: number }) {
  return (
    <span className="inline-block rounded-full bg-accent px-2 text-small font-semibold text-on-accent tabular-nums">
      <span aria-hidden>{number}</span>
      <span className="sr-only">{noticeWords.count(number)}</span>
    </span>
  );
}
