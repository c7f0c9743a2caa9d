type Methods = Record<string, (...given: never[]) => Promise<unknown>>;

/** Methods whose code is fetched, once, when the first of them is called. They are named here, as their types name them. */
export function methodsWhenUsed<Loaded extends Methods>(
  load: () => Promise<Loaded>,
  names: { [Name in keyof Loaded]: true },
): Loaded {
  let loading: Promise<Loaded> | undefined;
  const loaded = () => {
    loading ??= load();
    loading.catch(() => (loading = undefined)); // without a network now, perhaps with one the next time
    return loading;
  };
  const methods = Object.keys(names).map((name) => [
    name,
    async (...given: never[]) => (await loaded())[name]!(...given),
  ]);
  return Object.fromEntries(methods) as Loaded;
}
