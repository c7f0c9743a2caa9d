import { useSyncExternalStore } from "react";
import { words } from "../words/words.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const place = "ownchart.theme";

function chosenTheme(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(place)) ?? "system";
}

/** Before the first screen, so that nothing flickers. */
export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

const listeners = new Set<() => void>();

function choose(theme: string): void {
  localStorage.setItem(place, theme);
  applyTheme();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function ThemeChoice() {
  const theme = useSyncExternalStore(subscribe, chosenTheme);
  return (
    <label className="flex items-center gap-2 text-small text-quiet">
      {words.shell.theme.label}
      <select
        value={theme}
        onChange={(event) => choose(event.target.value)}
        className="min-h-9 rounded-field border border-line bg-surface px-2 text-ink"
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {words.shell.theme[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
