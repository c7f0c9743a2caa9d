export type Metrics = ReturnType<typeof createMetrics>;
export type Labels = Readonly<Record<string, string>>;

/** Seconds, from a look into memory to the longest that anybody waits. */
const bounds = [0.005, 0.02, 0.1, 0.5, 2, 10, 60] as const;

/** Numbers that Prometheus asks for, in its text format. Labels are ours: routes and states, never a path or a name. */
export function createMetrics() {
  const families = new Map<string, { kind: string; about: string; samples: Map<string, number> }>();

  function sampleOf(kind: string, name: string, about: string) {
    const family = families.get(name) ?? { kind, about, samples: new Map<string, number>() };
    families.set(name, family);
    return (suffix: string, labels: Labels, change: (before: number) => number) => {
      const inside = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
      const key = `${name}${suffix}${inside.length === 0 ? "" : `{${inside.join()}}`}`;
      family.samples.set(key, change(family.samples.get(key) ?? 0));
    };
  }

  return {
    counter(name: string, about: string) {
      const sample = sampleOf("counter", name, about);
      return (labels: Labels = {}) => sample("", labels, (before) => before + 1);
    },
    gauge(name: string, about: string) {
      const sample = sampleOf("gauge", name, about);
      return (value: number, labels: Labels = {}) => sample("", labels, () => value);
    },
    histogram(name: string, about: string) {
      const sample = sampleOf("histogram", name, about);
      return (value: number, labels: Labels) => {
        for (const le of [...bounds, Number.POSITIVE_INFINITY]) {
          const text = le === Number.POSITIVE_INFINITY ? "+Inf" : String(le);
          sample("_bucket", { ...labels, le: text }, (before) => before + (value <= le ? 1 : 0));
        }
        sample("_sum", labels, (before) => before + value);
        sample("_count", labels, (before) => before + 1);
      };
    },
    text(): string {
      const written = [...families].map(([name, { kind, about, samples }]) => {
        const lines = [...samples].map(([key, value]) => `${key} ${value}\n`);
        return `# HELP ${name} ${about}\n# TYPE ${name} ${kind}\n${lines.join("")}`;
      });
      return written.join("");
    },
  };
}

function escaped(value: string): string {
  return value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n");
}
