/** Functions, and what methods and constructors have in common with them: parameters and result. */
import type {
  ConstructorDeclaration,
  FunctionDeclaration,
  MethodDeclaration,
  ParameterDeclaration,
} from "ts-morph";
import { diagnose } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../diagnostics/source-text.js";
import type { DocumentNode } from "../document.js";
import { type Shape, shapeOf } from "../schema-keys.js";
import type { DocComment } from "./doc-comment.js";
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
import { isUnnamed, readType } from "./read-type.js";
import { readTags } from "./tags.js";
import { tsMorph } from "./ts-morph.js";

export function readFunction(
  reading: Reading,
  node: FunctionDeclaration,
  shape: Shape,
): { readonly value: DocumentNode; readonly span: Span } {
  const value = entry(spanOf(reading.source, node));
  readCallable(reading, value, node, shape);
  const name = node.getNameNode();
  if (name) putUnlessTagged(value, "name", text(name.getText(), spanOf(reading.source, name)));
  return { value: objectNode(value), span: value.span };
}

/** Tags, parameters and result of whatever is called. */
export function readCallable(
  reading: Reading,
  target: Entry,
  node: FunctionDeclaration | MethodDeclaration | ConstructorDeclaration,
  shape: Shape,
): void {
  const { source, report } = reading;
  const comment = docCommentOf(source, node);
  const named = new Map<string, DocumentNode>();
  if (comment) readOwnTags(reading, target, comment, shape, named);
  const body = node.getBody();
  if (body !== undefined) {
    const instead = "declare it without a body: export declare function …;";
    report(diagnose("GB1018", { what: "a body", instead }, { span: spanOf(source, body) }));
  }
  const inner = shape.params === undefined ? {} : shapeOf(shape.params);
  for (const each of node.getParameters()) {
    append(target, "params", readParameter(reading, each, inner, named));
  }
  for (const [name, doc] of named) {
    const key = `@param ${name}`;
    const near = "the name behind @param is that of a parameter";
    report(diagnose("GB1010", { key, near }, { span: doc.span }));
  }
  const type = tsMorph().Node.isConstructorDeclaration(node) ? undefined : node.getReturnTypeNode();
  if (type === undefined || type.getText() === "void") return;
  const returns = readType(reading, type);
  if (returns !== undefined) putUnlessTagged(target, "returns", returns);
}

/** `@param steps How many.` is the text of a parameter. */
function readOwnTags(
  reading: Reading,
  target: Entry,
  comment: DocComment,
  shape: Shape,
  named: Map<string, DocumentNode>,
): void {
  readTags(reading, target, comment, shape, (tag, { placeOf }) => {
    const [, name, blank, doc] = /^(\w+)(\s+)(\S[\s\S]*)$/.exec(tag.text) ?? [];
    if (tag.name !== "param" || name === undefined || doc === undefined) return false;
    const start = tag.start + name.length + (blank?.length ?? 0);
    named.set(name, text(doc, placeOf(start, tag.end)));
    return true;
  });
}

function readParameter(
  reading: Reading,
  node: ParameterDeclaration,
  shape: Shape,
  named: Map<string, DocumentNode>,
): DocumentNode {
  const { source, report } = reading;
  const value = entry(spanOf(source, node));
  const comment = docCommentOf(source, node);
  if (comment) readTags(reading, value, comment, shape);
  const name = node.getNameNode();
  const place = spanOf(source, name);
  if (!tsMorph().Node.isIdentifier(name) || node.isRestParameter()) {
    const what = "a parameter that is taken apart";
    const instead = "give each parameter a name and a type; @raw takes them as they come";
    report(diagnose("GB1018", { what, instead }, { span: place }));
  } else if (!isUnnamed(name.getText())) {
    putUnlessTagged(value, "name", text(name.getText(), place));
  }
  const doc = named.get(name.getText());
  if (doc !== undefined) put(reading, value, "doc", doc.span, doc);
  named.delete(name.getText());
  const type = node.getTypeNode();
  const cpp = type && readType(reading, type);
  if (cpp !== undefined) putUnlessTagged(value, "type", cpp);
  const isOptional = node.hasQuestionToken();
  const has = (key: string) => value.properties.has(key);
  if (node.getInitializer() !== undefined || (isOptional && !has("default") && !has("value"))) {
    const what = `a parameter that may be left out, ${name.getText()}, without @default`;
    const instead = `write its default in C++: /** @default 1 */ ${name.getText()}?: int`;
    report(diagnose("GB1018", { what, instead }, { span: place }));
  }
  return objectNode(value);
}
