import type { MemoryServices } from "./memoryServices.ts";

export type BrokenOffParameters = {
  services: MemoryServices;
  /** The how-manieth change is the last that is tried, from one. */
  at: number;
  /** Whether that one still happens, unknown to who asked for it. */
  happens: boolean;
};

/** Services that can be reached no longer from a certain change on. */
export function brokenOff({ services, at, happens }: BrokenOffParameters): MemoryServices {
  let changes = 0;
  const around = <Service extends object>(service: Service): Service =>
    new Proxy(service, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...parameters: unknown[]): unknown => {
          if (!changing.has(String(name)) || ++changes < at) return member.apply(target, parameters);
          return breakOff(happens && changes === at ? () => member.apply(target, parameters) as unknown : undefined);
        };
      },
    });
  return {
    chain: around(services.chain),
    capsules: around(services.capsules),
    grants: around(services.grants),
    blobs: around(services.blobs),
  };
}

async function breakOff(last: (() => unknown) | undefined): Promise<never> {
  await last?.();
  throw new Error("Cut off");
}

const changing = new Set("publishKey openChart grant revoke rotate publish put delete".split(" "));
