/** The declarations of a file or of a namespace, each as an entry of the list that it belongs to. */
import type {
  EnumDeclaration,
  ImportDeclaration,
  ModuleDeclaration,
  Node,
  Statement,
  TypeAliasDeclaration,
  VariableStatement,
} from "ts-morph";
import { diagnose } from "../../diagnostics/diagnostic.js";
import { type Shape, shapeOf } from "../schema-keys.js";
import {
  append,
  type Entry,
  entry,
  objectNode,
  put,
  putUnlessTagged,
  type Reading,
  text,
} from "./entry.js";
import { docCommentOf, spanOf } from "./places.js";
import { readClass } from "./read-class.js";
import { readFunction } from "./read-function.js";
import { readLiteral } from "./read-literal.js";
import { cppLiteral, readSignature, readType } from "./read-type.js";
import { readTags } from "./tags.js";
import { tsMorph } from "./ts-morph.js";

/** What can stand in a file, in a namespace, and in one that belongs to a class. */
export function readStatements(
  reading: Reading,
  owner: Entry,
  statements: readonly Statement[],
  shape: Shape,
): void {
  const { Node } = tsMorph();
  const classes = new Map<string, Entry>();
  const namespaces: ModuleDeclaration[] = [];
  for (const node of statements) {
    if (Node.isExportDeclaration(node) && node.getText().replaceAll(/\s/g, "") === "export{};") {
      continue;
    }
    if (Node.isImportDeclaration(node)) readImport(reading, owner, node);
    else if (!isExported(node)) refuse(reading, node, nameOf(node), "write export before it");
    else if (Node.isFunctionDeclaration(node)) {
      const { value, span } = readFunction(reading, node, elements(shape, "functions"));
      append(owner, "functions", value, span);
    } else if (Node.isClassDeclaration(node)) readClass(reading, owner, node, shape, classes);
    else if (Node.isEnumDeclaration(node)) readEnum(reading, owner, node, elements(shape, "enums"));
    else if (Node.isTypeAliasDeclaration(node)) readAlias(reading, owner, node, shape);
    else if (Node.isVariableStatement(node)) readVariables(reading, owner, node, shape);
    else if (Node.isModuleDeclaration(node)) namespaces.push(node);
    else refuse(reading, node, nameOf(node), "write a declaration of the module");
  }
  for (const node of namespaces) readNamespace(reading, owner, node, shape, classes);
  for (const each of classes.values()) append(owner, "classes", objectNode(each));
}

/** The keys of the entries of a list. */
function elements(shape: Shape, list: string): Shape {
  const schema = shape[list];
  return schema === undefined ? {} : shapeOf(schema);
}

/** In a namespace everything is exported. */
function isExported(node: Node): boolean {
  const { Node } = tsMorph();
  const isInNamespace = node.getParentIfKind(tsMorph().SyntaxKind.ModuleBlock) !== undefined;
  return isInNamespace || (Node.isExportable(node) ? node.isExported() : true);
}

/** `import type { Shape } from "./base.spec.ts"`: another spec; a package's types are for the editor. */
function readImport(reading: Reading, owner: Entry, node: ImportDeclaration): void {
  const from = node.getModuleSpecifierValue();
  const isRenamed = node.getNamedImports().some((each) => each.getAliasNode() !== undefined);
  const isWhole = node.getNamespaceImport() !== undefined || node.getDefaultImport() !== undefined;
  if (from === "gen-bindings/types" && !isRenamed && !isWhole) return;
  const isSpec = /^\.\.?\//.test(from);
  if (isSpec && node.isTypeOnly() && !isRenamed && node.getDefaultImport() === undefined) {
    const span = spanOf(reading.source, node.getModuleSpecifier());
    append(owner, "imports", text(from.replace(/\.js$/, ".ts"), span), span);
    return;
  }
  if (isSpec) {
    const instead = `write import type { Shape } from ${JSON.stringify(from)}`;
    refuse(reading, node, "this import of another spec", instead);
  } else if (from !== "gen-bindings/types") {
    refuse(reading, node, `an import of ${JSON.stringify(from)}`, "declare what it gives here");
  } else {
    const instead = 'write import type { int, Callback } from "gen-bindings/types"';
    refuse(reading, node, "an import under another name", instead);
  }
}

function readEnum(reading: Reading, owner: Entry, node: EnumDeclaration, shape: Shape): void {
  const value = entry(spanOf(reading.source, node));
  const comment = docCommentOf(reading.source, node);
  if (comment) readTags(reading, value, comment, shape);
  const name = node.getNameNode();
  putUnlessTagged(value, "name", text(node.getName(), spanOf(reading.source, name)));
  const items = elements(shape, "values");
  const isListed = value.properties.has("values");
  for (const member of node.getMembers()) {
    const span = spanOf(reading.source, member);
    if (member.getInitializer() !== undefined) {
      refuse(reading, member, "a value of an enumerator", "leave it out: C++ knows it");
    }
    const named = member.getNameNode();
    const written = tsMorph().Node.isStringLiteral(named)
      ? named.getLiteralText()
      : named.getText();
    const plain = text(written, spanOf(reading.source, named));
    const each = entry(span);
    const tags = docCommentOf(reading.source, member);
    if (tags) readTags(reading, each, tags, items);
    const isPlain = each.properties.size === 0;
    putUnlessTagged(each, "name", plain);
    const place = spanOf(reading.source, name);
    if (!isListed) append(value, "values", isPlain ? plain : objectNode(each), place);
  }
  if (node.getMembers().length === 0 && !value.properties.has("values")) {
    const span = spanOf(reading.source, name);
    put(reading, value, "values", span, { kind: "array", span, items: [] });
  }
  append(owner, "enums", objectNode(value));
}

/** `type Progress = Callback<…>` and `type Text = Cpp<"acme::Text">`: entries of `types`. */
function readAlias(reading: Reading, owner: Entry, node: TypeAliasDeclaration, shape: Shape): void {
  const { source } = reading;
  const value = entry(spanOf(source, node));
  const comment = docCommentOf(source, node);
  if (comment) readTags(reading, value, comment, elements(shape, "types"));
  const type = node.getTypeNodeOrThrow();
  const signature = readSignature(reading, type);
  if (signature !== undefined) putUnlessTagged(value, "callback", signature);
  else if (cppLiteral(type) !== undefined || type.getText() !== "unknown") {
    const cpp = readType(reading, type);
    if (cpp !== undefined) putUnlessTagged(value, "cpp", cpp);
  }
  const name = node.getNameNode();
  const key = namedByTag(value) ?? node.getName();
  const types = owner.properties.get("types");
  const table = entry(types?.value.span ?? spanOf(source, name));
  if (types?.value.kind === "object") {
    for (const [each, property] of types.value.properties) table.properties.set(each, property);
  }
  put(reading, table, key, spanOf(source, name), objectNode(value));
  owner.properties.set("types", { keySpan: table.span, value: objectNode(table) });
}

/** The name that a tag gives to what has no key for one; the key goes. */
function namedByTag({ properties }: Entry): string | undefined {
  const name = properties.get("name")?.value;
  properties.delete("name");
  return name?.kind === "string" ? String(name.value) : undefined;
}

/** `export declare const VERSION: int`, a constant; `export const module = { … }`, a whole section. */
function readVariables(
  reading: Reading,
  owner: Entry,
  node: VariableStatement,
  shape: Shape,
): void {
  const { source } = reading;
  for (const declaration of node.getDeclarations()) {
    const name = declaration.getNameNode();
    const place = spanOf(source, name);
    const initializer = declaration.getInitializer();
    if (initializer !== undefined) {
      const key = declaration.getName();
      const value = readLiteral(reading, initializer);
      const isMore = value.kind === "array" && owner.properties.get(key)?.value.kind === "array";
      if (isMore) for (const each of value.items) append(owner, key, each);
      else put(reading, owner, key, place, value);
      continue;
    }
    const value = entry(spanOf(source, node));
    const comment = docCommentOf(source, node);
    if (comment) readTags(reading, value, comment, elements(shape, "constants"));
    putUnlessTagged(value, "name", text(declaration.getName(), place));
    const type = declaration.getTypeNode();
    const cpp = type && readType(reading, type);
    if (cpp !== undefined) putUnlessTagged(value, "type", cpp);
    append(owner, "constants", objectNode(value));
  }
}

/** What belongs to a class of the same name, or a submodule. */
function readNamespace(
  reading: Reading,
  owner: Entry,
  node: ModuleDeclaration,
  shape: Shape,
  classes: ReadonlyMap<string, Entry>,
): void {
  const ofClass = classes.get(node.getName());
  if (ofClass !== undefined) {
    readStatements(reading, ofClass, node.getStatements(), elements(shape, "classes"));
    return;
  }
  const inner = elements(shape, "modules");
  const value = entry(spanOf(reading.source, node));
  const comment = docCommentOf(reading.source, node);
  if (comment) readTags(reading, value, comment, inner);
  const name = node.getNameNodes();
  const [first] = Array.isArray(name) ? name : [name];
  putUnlessTagged(value, "name", text(node.getName(), spanOf(reading.source, first ?? node)));
  readStatements(reading, value, node.getStatements(), inner);
  append(owner, "modules", objectNode(value));
}

function nameOf(node: Node): string {
  const { Node } = tsMorph();
  const name = Node.hasName(node) ? `, ${node.getName()}` : "";
  if (Node.isExportable(node) && !node.isExported()) return `what is not exported${name}`;
  return Node.isInterfaceDeclaration(node) ? `an interface${name}` : "a statement that runs";
}

function refuse({ source, report }: Reading, node: Node, what: string, instead: string): void {
  report(diagnose("GB1018", { what, instead }, { span: spanOf(source, node) }));
}
