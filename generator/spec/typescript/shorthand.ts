/** Values that have a shorter form as a tag than in JSON: policies with a condition, examples, steps. */

/** A part of a text, with its place in it. */
export interface Part {
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

type Form = (text: string) => readonly Part[] | undefined;

/** The parts of a text that `pattern` matches, each under the key that its group is named after. */
function form(pattern: RegExp): Form {
  return (text) => {
    const groups = pattern.exec(text)?.indices?.groups;
    if (groups === undefined) return undefined;
    return Object.entries(groups)
      .filter((entry): entry is [string, [number, number]] => entry[1] !== undefined)
      .map(([key, [start, end]]) => ({ key, text: text.slice(start, end), at: start }));
  };
}

/** `release when n > 4096`, `release`. */
const policy = form(/^(?<policy>\w+)\s+when\s+(?<when>\S[\s\S]*)$/d);

/** `f(1) returns 2`, `f("") raises ValueError`, `c.n returns 1 after c = Counter(1)`, `f()`. */
const example = form(
  /^(?<call>[\s\S]*?\S)(?:\s+returns\s+(?<returns>\S[\s\S]*?))?(?:\s+raises\s+(?<raises>[\w.]+))?(?:\s+after\s+(?<setup>\S[\s\S]*))?$/d,
);

/** `release acme::half() as x`, `acquire progress(x)`. */
const step = form(
  /^(?:release\s+(?<release>\S[\s\S]*?)|acquire\s+(?<acquire>\S[\s\S]*?))(?:\s+as\s+(?<as>\w+))?$/d,
);

/** Of keys whose value is an object. */
export const objectForms: Readonly<Record<string, Form>> = { gil: policy };

/** Tags that stand once for each entry of a list. */
export const entryTags: Readonly<Record<string, { readonly key: string; readonly form?: Form }>> = {
  example: { key: "examples", form: example },
  step: { key: "steps", form: step },
  operator: { key: "operators" },
};
