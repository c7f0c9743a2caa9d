import type { ComponentProps } from "react";

type Kind = "main" | "plain" | "quiet" | "grave";

type ButtonProps = ComponentProps<"button"> & {
  kind?: Kind;
  /** While it works it cannot be pressed again, and says so. */
  isWorking?: boolean | undefined;
};

const looks: Record<Kind, string> = {
  main: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-line bg-surface text-ink hover:bg-well",
  quiet: "text-accent hover:bg-accent-well",
  grave: "bg-danger text-on-danger hover:opacity-90",
};

export function Button({ kind = "plain", isWorking = false, className = "", disabled, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      disabled={disabled === true || isWorking}
      aria-busy={isWorking}
      className={`inline-flex min-h-11 shrink-0 items-center justify-center gap-2 rounded-field px-4 py-2 text-body font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-60 ${looks[kind]} ${className}`}
    />
  );
}
