/** YAML text to a document with spans. */
import type { Alias, Node, Scalar, YAMLMap } from "yaml";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostics/diagnostic.js";
import { type SourceText, type Span, startOf } from "../diagnostics/source-text.js";
import type { DocumentNode, Property } from "./document.js";
import { addProperty } from "./properties.js";
import { DEEPEST_NESTING, depthOf } from "./yaml-depth.js";
import { syntaxErrorText } from "./yaml-errors.js";
import { yaml } from "./yaml-library.js";

/** In values that aliases repeat: a few lines of them can stand for billions. */
const MOST_REPEATED = 100_000;

/** The tags of YAML itself that say what a value is anyway. */
const KNOWN_TAGS = ["str", "int", "float", "bool", "null", "map", "seq"].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** What a spec begins with. */
const START = "module: { name: example }";

export function loadYaml(source: SourceText): Outcome<DocumentNode> {
  const { Composer, Parser, isNode } = yaml();
  const tokens = [...new Parser().parse(source.text)];
  const deep = depthOf(tokens);
  if (deep !== undefined) {
    const span = { source, start: deep, end: deep + 1 };
    return { diagnostics: [diagnose("GB1004", { levels: String(DEEPEST_NESTING) }, { span })] };
  }
  const options = { version: "1.2", prettyErrors: false, uniqueKeys: false } as const;
  const documents = [...new Composer(options).compose(tokens, true, source.text.length)];
  const [first, second] = documents;
  const error = documents.flatMap((each) => each.errors)[0];
  if (error !== undefined) {
    const [start, end] = error.pos;
    const span = clipped(source, start, end);
    const what = syntaxErrorText(error, source.text);
    return { diagnostics: [diagnose("GB1008", { what }, { span })] };
  }
  if (second !== undefined) {
    const span = clipped(source, second.range[0], second.range[0] + 3);
    return {
      diagnostics: [notInSpecs("a second document", "write it to a file of its own", span)],
    };
  }
  if (first?.directives?.yaml.explicit && first.directives.yaml.version !== "1.2") {
    return { diagnostics: [notInSpecs("%YAML 1.1", "remove the line", startOf(source))] };
  }
  if (!isNode(first?.contents) || isEmpty(first.contents)) {
    return { diagnostics: [diagnose("GB1001", { start: START }, { span: startOf(source) })] };
  }
  const reading: Reading = {
    source,
    anchors: new Map(),
    open: new Set(),
    diagnostics: [],
    expanding: 0,
    repeated: 0,
  };
  const value = read(reading, first.contents);
  const { diagnostics } = reading;
  return hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics };
}

interface Reading {
  readonly source: SourceText;
  /** What each anchor names, as far as the text has been read: a name can be given again. */
  readonly anchors: Map<string, Node>;
  /** The nodes around the one that is read, for aliases that lead back to one of them. */
  readonly open: Set<Node>;
  readonly diagnostics: Diagnostic[];
  /** How many aliases the reader is inside of. */
  expanding: number;
  repeated: number;
}

const NOTHING = { kind: "null", value: null } as const;

/** A node; one that an alias names has its place where it is written, so that it can be corrected. */
function read(reading: Reading, node: Node): DocumentNode {
  const span = spanOf(reading, node);
  if (reading.expanding > 0) reading.repeated += 1;
  if (reading.repeated > MOST_REPEATED) {
    if (reading.repeated === MOST_REPEATED + 1) {
      refuse(
        reading,
        `more than ${MOST_REPEATED.toLocaleString("en")} values by aliases`,
        AS_IT_STANDS,
        span,
      );
    }
    return { ...NOTHING, span };
  }
  if (yaml().isAlias(node)) return readAlias(reading, node, span);
  if (node.anchor !== undefined && reading.expanding === 0) reading.anchors.set(node.anchor, node);
  if (node.tag !== undefined && !KNOWN_TAGS.includes(node.tag)) {
    refuse(
      reading,
      `the tag ${node.tag.replace("tag:yaml.org,2002:", "!!")}`,
      "remove the tag",
      span,
    );
    return { ...NOTHING, span };
  }
  if (yaml().isScalar(node)) return scalar(node, span);
  reading.open.add(node);
  const value = collection(reading, node, span);
  reading.open.delete(node);
  return value;
}

function collection(reading: Reading, node: Node, span: Span): DocumentNode {
  if (yaml().isSeq(node)) {
    const items = node.items.filter(yaml().isNode).map((each) => read(reading, each));
    return { kind: "array", span, items };
  }
  if (yaml().isMap(node)) return { kind: "object", span, properties: propertiesOf(reading, node) };
  return { ...NOTHING, span };
}

function scalar(node: Scalar, span: Span): DocumentNode {
  const { value } = node;
  const kind = typeof value;
  if (kind === "string" || kind === "number" || kind === "boolean") {
    return { kind, span, value: value as string | number | boolean };
  }
  return { ...NOTHING, span };
}

function readAlias(reading: Reading, alias: Alias, span: Span): DocumentNode {
  const target = reading.anchors.get(alias.source);
  if (target === undefined || reading.open.has(target)) {
    const what = target === undefined ? "names no anchor before it" : "contains itself";
    const instead = `write it in quotes, if a text is meant: "*${alias.source}"`;
    refuse(reading, `an alias that ${what}, *${alias.source}`, instead, span);
    return { ...NOTHING, span };
  }
  reading.expanding += 1;
  const value = read(reading, target);
  reading.expanding -= 1;
  return value;
}

function propertiesOf(reading: Reading, map: YAMLMap): ReadonlyMap<string, Property> {
  const found = new Map<string, Property>();
  const merged: DocumentNode[] = [];
  for (const { key, value } of map.items) {
    if (!yaml().isScalar(key)) {
      const span = yaml().isNode(key) ? spanOf(reading, key) : spanOf(reading, map);
      refuse(reading, "a key that is no text", "write a name in front of the colon", span);
      continue;
    }
    const keySpan = spanOf(reading, key);
    const text = typeof key.value === "string" ? key.value : (key.source ?? "");
    if (text.startsWith("-") && key.type === "PLAIN") {
      const what = "behind the dash of a list's entry a blank is expected";
      reading.diagnostics.push(diagnose("GB1008", { what }, { span: keySpan }));
      continue;
    }
    if (text === "<<" && key.type === "PLAIN" && yaml().isNode(value)) {
      merged.push(read(reading, value));
      continue;
    }
    const empty = { ...NOTHING, span: { ...keySpan, start: keySpan.end } };
    const property = { keySpan, value: yaml().isNode(value) ? read(reading, value) : empty };
    addProperty(found, text, property, (each) => reading.diagnostics.push(each));
  }
  for (const each of merged) mergeInto(reading, found, each);
  return found;
}

/** `<<: *base` takes over what the object does not say itself; of a list, the first one counts. */
function mergeInto(reading: Reading, found: Map<string, Property>, value: DocumentNode): void {
  for (const each of value.kind === "array" ? value.items : [value]) {
    if (each.kind !== "object") {
      refuse(reading, "<< with something else than an object", AS_IT_STANDS, value.span);
      continue;
    }
    for (const [key, property] of each.properties) if (!found.has(key)) found.set(key, property);
  }
}

function isEmpty(node: Node): boolean {
  return yaml().isScalar(node) && node.value === null && (node.source ?? "") === "";
}

/** What YAML can say and a spec can't. */
function notInSpecs(what: string, instead: string, span: Span): Diagnostic {
  return diagnose("GB1009", { what, instead }, { span });
}

const AS_IT_STANDS = "write the value as it stands";

function refuse(reading: Reading, what: string, instead: string, span: Span): void {
  reading.diagnostics.push(notInSpecs(what, instead, span));
}

/** Without the line breaks behind a block. */
function spanOf({ source }: Reading, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return clipped(source, start, start + source.text.slice(start, end).trimEnd().length);
}

function clipped(source: SourceText, start: number, end: number): Span {
  const from = Math.min(start, source.text.length);
  return { source, start: from, end: Math.max(from, Math.min(end, source.text.length)) };
}
