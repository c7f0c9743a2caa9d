import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { TextField } from "../../ui/TextField.tsx";

type ReasonFormProps = {
  label: string;
  hint?: string;
  action: string;
  working: string;
  isGrave?: boolean;
  isWorking: boolean;
  error: Error | null;
  onSubmit: (text: string) => void;
};

/** A word that goes to somebody with what is done. */
export function ReasonForm(props: ReasonFormProps) {
  const { label, hint, action, working, isGrave = false, isWorking, error, onSubmit } = props;
  const [text, setText] = useState("");
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(text.trim());
      }}
    >
      <TextField
        label={label}
        required
        value={text}
        maxLength={4000}
        onType={setText}
        {...(hint !== undefined && { hint })}
      />
      <ErrorNotice error={error} />
      <Button
        type="submit"
        kind={isGrave ? "grave" : "main"}
        className="self-start"
        disabled={text.trim() === ""}
        isWorking={isWorking}
      >
        {isWorking ? working : action}
      </Button>
    </form>
  );
}
