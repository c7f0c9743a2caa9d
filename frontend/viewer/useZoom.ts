import { useState } from "react";

const steps = [50, 75, 100, 150, 200, 300] as const;
const asWideAsThereIsRoom = steps.indexOf(100);

export type Zoom = { percent: number; zoomIn: (() => void) | undefined; zoomOut: (() => void) | undefined };

/** How large something is shown, in steps; without a way on at either end. */
export function useZoom(): Zoom {
  const [step, setStep] = useState(asWideAsThereIsRoom);
  return {
    percent: steps[step]!,
    zoomIn: step < steps.length - 1 ? () => setStep(step + 1) : undefined,
    zoomOut: step > 0 ? () => setStep(step - 1) : undefined,
  };
}
