/** A type of TypeScript as the C++ type that it stands for. */
import type { FunctionTypeNode, TypeNode, TypeReferenceNode } from "ts-morph";
import { diagnose } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../diagnostics/source-text.js";
import type { DocumentNode } from "../document.js";
import { type Reading, text } from "./entry.js";
import { NAMESPACES, WRAPPERS } from "./package-types.js";
import { spanOf } from "./places.js";
import { tsMorph } from "./ts-morph.js";

/** The C++ type as a value of the document; undefined of `unknown`, which says none. */
export function readType(reading: Reading, node: TypeNode): DocumentNode | undefined {
  if (node.getText() === "unknown") return undefined;
  const literal = cppLiteral(node);
  if (literal !== undefined) return text(literal.value, spanOf(reading.source, literal.node));
  const value = cppText(reading, node);
  const span = spanOf(reading.source, node);
  // One plain name is the same in both languages.
  return text(value, value === node.getText() ? span : { ...span, translated: true });
}

/** The signature of `Callback<(fraction: double) => void>`, or of the function type itself. */
export function readSignature(reading: Reading, node: TypeNode): DocumentNode | undefined {
  const { Node } = tsMorph();
  const [inner] = isNamed(node, "Callback") ? node.getTypeArguments() : [node];
  if (inner === undefined || !Node.isFunctionTypeNode(inner)) return undefined;
  const span: Span = { ...spanOf(reading.source, inner), translated: true };
  return text(signatureText(reading, inner), span);
}

/** Whether a type is the one of this name of `gen-bindings/types`. */
function isNamed(node: TypeNode, name: string): node is TypeReferenceNode {
  return tsMorph().Node.isTypeReference(node) && node.getTypeName().getText() === name;
}

/** The text of `Cpp<"…">`, with its place. */
export function cppLiteral(
  node: TypeNode,
): { readonly value: string; readonly node: TypeNode } | undefined {
  const { Node } = tsMorph();
  const [inner] = isNamed(node, "Cpp") ? node.getTypeArguments() : [];
  if (inner === undefined || !Node.isLiteralTypeNode(inner)) return undefined;
  const literal = inner.getLiteral();
  return Node.isStringLiteral(literal) || Node.isNoSubstitutionTemplateLiteral(literal)
    ? { value: literal.getLiteralText(), node: inner }
    : undefined;
}

function cppText(reading: Reading, node: TypeNode): string {
  const { Node } = tsMorph();
  const kind = node.getText();
  if (kind === "void" || kind === "object") return kind;
  if (Node.isFunctionTypeNode(node)) return `std::function<${signatureText(reading, node)}>`;
  if (Node.isTypeReference(node)) return referenceText(reading, node);
  const foreign = foreignTypes[kind];
  const instead = /\|\s*(undefined|null)$/.test(kind)
    ? "write std.optional<…> of gen-bindings/types, or a pointer: Ptr<…>"
    : foreign
      ? `write ${foreign} of gen-bindings/types`
      : 'write a type of gen-bindings/types, or the C++ type itself: Cpp<"…">';
  refuse(reading, node, `the type ${kind}`, instead);
  return kind;
}

/** What TypeScript has and C++ calls something else. */
const foreignTypes: Readonly<Record<string, string>> = {
  number: "int or double",
  string: "std.string",
  boolean: "bool",
  bigint: "long",
  any: 'Cpp<"…">',
  never: "void",
};

function referenceText(reading: Reading, node: TypeReferenceNode): string {
  const name = node.getTypeName().getText().replaceAll(/\s/g, "");
  const literal = cppLiteral(node);
  if (literal !== undefined) return literal.value;
  const inner = node.getTypeArguments();
  if (name === "Callback") {
    const signature = readSignature(reading, node);
    if (signature?.kind === "string") return `std::function<${signature.value}>`;
    refuse(
      reading,
      node,
      "Callback without a function",
      "write Callback<(fraction: double) => void>",
    );
    return name;
  }
  const args = inner.map((each) =>
    tsMorph().Node.isFunctionTypeNode(each) ? signatureText(reading, each) : cppText(reading, each),
  );
  const wrap = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrap !== undefined || name === "Cpp") {
    const [only] = args;
    const isOfPointer = name.startsWith("Const") && /[*&]$/.test(only ?? "");
    if (isOfPointer) {
      refuse(reading, node, `${name} of a pointer or reference`, 'write Cpp<"Counter* const&">');
      return name;
    }
    if (wrap !== undefined && args.length === 1 && only !== undefined) return wrap(only);
    const instead = wrap ? `write ${name}<Counter>` : 'write Cpp<"acme::Counter">';
    refuse(reading, node, `${name} without its type`, instead);
    return name;
  }
  const root = name.split(".")[0] ?? "";
  // The spec's own names are those of Python, with dots.
  const path = Object.hasOwn(NAMESPACES, root) ? name.replaceAll(".", "::") : name;
  return args.length === 0 ? path : `${path}<${args.join(", ")}>`;
}

/** `void(double fraction)`; a name such as _1 stands for none. */
function signatureText(reading: Reading, node: FunctionTypeNode): string {
  const parameters = node.getParameters().map((each) => {
    const type = each.getTypeNode();
    const spelled = type === undefined ? "" : cppText(reading, type);
    return isUnnamed(each.getName()) ? spelled : `${spelled} ${each.getName()}`;
  });
  return `${cppText(reading, node.getReturnTypeNodeOrThrow())}(${parameters.join(", ")})`;
}

/** TypeScript has no parameters without a name: `_`, `_1`, `_2` stand for them. */
export function isUnnamed(name: string): boolean {
  return /^_\d*$/.test(name);
}

function refuse({ source, report }: Reading, node: TypeNode, what: string, instead: string): void {
  report(diagnose("GB1018", { what, instead }, { span: spanOf(source, node) }));
}
