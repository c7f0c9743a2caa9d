import { parseAst } from "vitest/node";

/** A piece of a source, and what it becomes. */
export type Change = { start: number; end: number; to: string };

// oxlint-disable-next-line typescript/no-explicit-any -- members differ by type, and what does not parse is left out
type Node = { type: string; start: number; end: number } & Record<string, any>;
type Place = { text: string; parents: readonly Node[] };

/** Every small change to a TypeScript source that might break it without anybody noticing. Types are left alone. */
export function changesOf(text: string): Change[] {
  const found = new Map<string, Change>();
  for (const [node, parents] of nodesIn(parseAst(text, { lang: "ts" }) as unknown as Node, [])) {
    for (const change of changers[node.type]?.(node, { text, parents }) ?? []) found.set(changed(text, change), change);
  }
  found.delete(text);
  return [...found].filter(([source]) => isSource(source)).map(([, change]) => change);
}

export function changed(text: string, { start, end, to }: Change): string {
  return text.slice(0, start) + to + text.slice(end);
}

function* nodesIn(node: Node, parents: readonly Node[]): Generator<[Node, readonly Node[]], void> {
  if (node.type === "ImportDeclaration" || (node.type.startsWith("TS") && !typedExpressions.has(node.type))) return;
  yield [node, parents];
  for (const member of Object.values(node).flat()) {
    if (typeof member?.type === "string") yield* nodesIn(member as Node, [node, ...parents]);
  }
}

const typedExpressions = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"]);

function isSource(text: string): boolean {
  try {
    parseAst(text, { lang: "ts" });
    return true;
  } catch {
    return false;
  }
}

const changers: Record<string, (node: Node, place: Place) => Change[]> = {
  BinaryExpression: otherOperator,
  AssignmentExpression: otherOperator,
  LogicalExpression: (node, place) => [
    ...otherOperator(node, place),
    become(node, textOf(node.left, place)),
    become(node, textOf(node.right, place)),
  ],
  UpdateExpression: (node) => [
    become(node, node.operator === "++" ? `${node.argument.name}--` : `${node.argument.name}++`),
  ],
  UnaryExpression: (node, place) =>
    node.operator === "!" || node.operator === "-" ? [become(node, textOf(node.argument, place))] : [],
  IfStatement: ({ test }, place) => [become(test, `!(${textOf(test, place)})`)],
  ConditionalExpression: ({ test }, place) => [become(test, `!(${textOf(test, place)})`)],
  Literal: otherLiteral,
  TemplateLiteral: (node) => [become(node, '""')],
  ExpressionStatement: (node, place) => (/memzero\(/.test(textOf(node, place)) ? [] : [become(node, ";")]),
  ThrowStatement: (node) => [become(node, ";")],
  ContinueStatement: (node) => [become(node, ";")],
  BreakStatement: (node) => [become(node, ";")],
  ReturnStatement: (node, { parents }) => (isFunction(parents[1]!) ? [] : [become(node, ";")]),
  ArrayExpression: ({ elements }) => without(elements, () => true),
  ObjectExpression: ({ properties }) => without(properties, ({ type }) => type === "SpreadElement"),
  MemberExpression: withoutOptional,
  CallExpression: (node, place) => [...withoutOptional(node, place), ...otherCall(node, place)],
};

function become({ start, end }: Node, to: string): Change {
  return { start, end, to };
}

function textOf({ start, end }: Node, { text }: Place): string {
  return text.slice(start, end);
}

function isFunction({ type }: Node): boolean {
  return /Function/.test(type);
}

function otherOperator({ left, operator, right }: Node, { text }: Place): Change[] {
  const to = otherOperators[operator];
  const start = text.indexOf(operator, left.end);
  return to === undefined || start >= right.start ? [] : [{ start, end: start + operator.length, to }];
}

const otherOperators: Record<string, string> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "**": "*",
  "&": "|",
  "|": "&",
  "^": "&",
  "<<": ">>",
  ">>": "<<",
  ">>>": "<<",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+=": "-=",
  "-=": "+=",
  "??=": "=",
};

function otherLiteral(node: Node, { parents: [parent] }: Place): Change[] {
  const { value } = node;
  const isName = parent?.type === "Property" && parent["key"] === node;
  if (isName) return [];
  if (typeof value === "boolean") return [become(node, String(!value))];
  if (typeof value === "number") return [become(node, String(value + 1)), become(node, `(${value - 1})`)];
  if (typeof value === "bigint") return [become(node, `${value + 1n}n`), become(node, `(${value - 1n}n)`)];
  if (typeof value === "string") return [become(node, value === "" ? '"x"' : '""')];
  if (node["regex"] !== undefined)
    return [become(node, node["raw"].replace("/^", "/")), become(node, node["raw"].replace(/\$(?=\/\w*$)/, ""))];
  return [];
}

/** Each of these members left out, with the comma that belongs to it. */
function without(members: readonly Node[], isWanted: (member: Node) => boolean): Change[] {
  return members.flatMap((member, i) => {
    if (!isWanted(member)) return [];
    const [before, after] = [members[i - 1], members[i + 1]];
    if (after !== undefined) return [{ start: member.start, end: after.start, to: "" }];
    return [{ start: before?.end ?? member.start, end: member.end, to: "" }];
  });
}

function withoutOptional({ optional, object, callee, computed, type }: Node, { text }: Place): Change[] {
  if (optional !== true) return [];
  const start = text.indexOf("?.", (object ?? callee).end);
  return [{ start, end: start + 2, to: computed === true || type === "CallExpression" ? "" : "." }];
}

function otherCall({ callee, arguments: given }: Node, place: Place): Change[] {
  const name: string = callee.property?.name ?? "";
  const other = otherNames[name];
  const renamed = other === undefined ? [] : [become(callee.property, other)];
  const spreads = without(given, ({ type }) => type === "SpreadElement");
  if (!bounded.has(name)) return [...renamed, ...spreads];
  const shifted = given
    .filter(({ type }: Node) => type !== "Literal")
    .map((argument: Node) => become(argument, `(${textOf(argument, place)}) + 1`));
  return [...renamed, ...spreads, ...shifted, ...without(given, (argument) => argument === given.at(-1))];
}

/** Methods whose arguments say from where to where. */
const bounded = new Set(["slice", "subarray", "fill"]);

const otherNames: Record<string, string> = {
  min: "max",
  max: "min",
  ceil: "floor",
  floor: "ceil",
  every: "some",
  some: "every",
  find: "findLast",
  findLast: "find",
  findLastIndex: "findIndex",
  shift: "pop",
  push: "unshift",
  toReversed: "slice",
  padStart: "padEnd",
  toUpperCase: "toLowerCase",
  toLowerCase: "toUpperCase",
};
