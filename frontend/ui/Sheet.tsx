import { type ReactNode, useEffect, useRef } from "react";

type SheetProps = { label: string; onClose: () => void; children: ReactNode; isWide?: boolean };

/** A dialog of the browser's own: it keeps the focus, and Escape closes it. */
export function Sheet({ label, onClose, children, isWide = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`m-auto ${isWide ? "w-[min(60rem,calc(100vw-1.5rem))]" : "w-[min(34rem,calc(100vw-1.5rem))]"} rounded-panel bg-surface p-6 text-ink shadow-dialog backdrop:bg-ink/40 dark:backdrop:bg-paper/70`}
    >
      {children}
    </dialog>
  );
}
