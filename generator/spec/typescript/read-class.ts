/** Classes, and exceptions, which are classes with the tag @exception. */
import type {
  ClassDeclaration,
  ClassMemberTypes,
  GetAccessorDeclaration,
  MethodDeclaration,
  PropertyDeclaration,
  SetAccessorDeclaration,
} from "ts-morph";
import { diagnose } from "../../diagnostics/diagnostic.js";
import { type Shape, shapeOf } from "../schema-keys.js";
import {
  append,
  type Entry,
  entry,
  objectNode,
  putUnlessTagged,
  type Reading,
  text,
  truth,
} from "./entry.js";
import { docCommentOf, spanOf } from "./places.js";
import { readAccessor } from "./read-accessor.js";
import { readCallable } from "./read-function.js";
import { readType } from "./read-type.js";
import { readTags } from "./tags.js";
import { tsMorph } from "./ts-morph.js";

/** Adds a class to `classes`, or an exception to those of `owner`. */
export function readClass(
  reading: Reading,
  owner: Entry,
  node: ClassDeclaration,
  shape: Shape,
  classes: Map<string, Entry>,
): void {
  const { source } = reading;
  const value = entry(spanOf(source, node));
  const comment = docCommentOf(source, node);
  const isException = comment?.tags.some(({ name }) => name === "exception") === true;
  const list = shape[isException ? "exceptions" : "classes"];
  const keys = list === undefined ? {} : shapeOf(list);
  if (comment) readTags(reading, value, comment, keys, ({ name }) => name === "exception");
  const name = node.getNameNode();
  // A name is in place of these.
  const isNamed =
    !isException || !(value.properties.has("as") || value.properties.has("translator"));
  if (name && isNamed) putUnlessTagged(value, "name", text(name.getText(), spanOf(source, name)));
  const base = node.getExtends();
  if (base !== undefined) {
    const place = spanOf(source, base);
    const named = text(base.getText().replaceAll(/\s/g, ""), place);
    if (isException) putUnlessTagged(value, "base", named);
    else if (!value.properties.has("bases")) append(value, "bases", named);
  }
  for (const each of node.getImplements()) {
    const what = `the word implements, ${each.getText()}`;
    refuse(reading, each, what, 'write several bases as @bases ["A", "B"]');
  }
  for (const member of node.getMembers()) {
    if (isException) readExceptionMember(reading, value, member, keys);
    else readMember(reading, value, member, keys);
  }
  const isPure = node.getInstanceMethods().some((each) => each.isAbstract());
  if (node.isAbstract() && !isPure) putUnlessTagged(value, "abstract", truth(true, value.span));
  if (isException) append(owner, "exceptions", objectNode(value));
  else if (classes.has(node.getName() ?? "")) refuse(reading, node, "a class twice", "rename one");
  else classes.set(node.getName() ?? "", value);
}

function readMember(reading: Reading, owner: Entry, member: ClassMemberTypes, shape: Shape): void {
  const { Node } = tsMorph();
  const keysOf = (list: string) => (shape[list] === undefined ? {} : shapeOf(shape[list]));
  if (Node.isConstructorDeclaration(member)) {
    const value = entry(spanOf(reading.source, member));
    readCallable(reading, value, member, keysOf("constructors"));
    append(owner, "constructors", objectNode(value));
  } else if (Node.isMethodDeclaration(member)) {
    append(owner, "methods", objectNode(readMethod(reading, member, keysOf("methods"))));
  } else if (Node.isPropertyDeclaration(member)) {
    append(owner, "attributes", objectNode(readAttribute(reading, member, keysOf("attributes"))));
  } else if (Node.isGetAccessorDeclaration(member) || Node.isSetAccessorDeclaration(member)) {
    readAccessorOf(reading, owner, member, keysOf("properties"));
  } else refuse(reading, member, "a member of this kind", "write a method or an attribute");
}

function readMethod(reading: Reading, node: MethodDeclaration, shape: Shape): Entry {
  const value = entry(spanOf(reading.source, node));
  readCallable(reading, value, node, shape);
  readName(reading, value, node);
  if (node.isStatic()) putUnlessTagged(value, "static", truth(true, value.span));
  if (node.isAbstract()) putUnlessTagged(value, "virtual", text("pure", value.span));
  return value;
}

function readAttribute(reading: Reading, node: PropertyDeclaration, shape: Shape): Entry {
  const value = entry(spanOf(reading.source, node));
  const comment = docCommentOf(reading.source, node);
  if (comment) readTags(reading, value, comment, shape);
  readName(reading, value, node);
  const type = node.getTypeNode();
  const cpp = type && readType(reading, type);
  if (cpp !== undefined) putUnlessTagged(value, "type", cpp);
  if (node.isStatic()) putUnlessTagged(value, "static", truth(true, value.span));
  if (node.isReadonly()) putUnlessTagged(value, "access", text("readonly", value.span));
  if (node.getInitializer() !== undefined || node.hasQuestionToken()) {
    refuse(reading, node, "a value of an attribute", "declare it alone: n: int;");
  }
  return value;
}

/** A getter begins a property; a setter of the same name belongs to it. */
function readAccessorOf(
  reading: Reading,
  owner: Entry,
  node: GetAccessorDeclaration | SetAccessorDeclaration,
  shape: Shape,
): void {
  const { Node } = tsMorph();
  const { source } = reading;
  if (Node.isGetAccessorDeclaration(node)) {
    const value = entry(spanOf(source, node));
    readName(reading, value, node);
    readAccessor(reading, value, "get", node, shape);
    const type = node.getReturnTypeNode();
    const cpp = type && readType(reading, type);
    if (cpp !== undefined) putUnlessTagged(value, "type", cpp);
    if (node.isStatic()) putUnlessTagged(value, "static", truth(true, value.span));
    const setter = node.getSetAccessor();
    if (setter !== undefined) readAccessor(reading, value, "set", setter, shape);
    append(owner, "properties", objectNode(value));
  } else if (node.getGetAccessor() === undefined) {
    const instead = `write its getter before it: get ${node.getName()}(): int;`;
    refuse(reading, node, "a setter without a getter", instead);
  }
}

function readExceptionMember(
  reading: Reading,
  owner: Entry,
  member: ClassMemberTypes,
  shape: Shape,
): void {
  if (!tsMorph().Node.isPropertyDeclaration(member)) {
    refuse(
      reading,
      member,
      "a member of this kind in an exception",
      "write an attribute: code: int;",
    );
    return;
  }
  const inner = shape.attributes === undefined ? {} : shapeOf(shape.attributes);
  const value = entry(spanOf(reading.source, member));
  const comment = docCommentOf(reading.source, member);
  if (comment) readTags(reading, value, comment, inner);
  readName(reading, value, member);
  const type = member.getTypeNode();
  const cpp = type && readType(reading, type);
  if (cpp !== undefined) putUnlessTagged(value, "type", cpp);
  append(owner, "attributes", objectNode(value));
}

/** The name of a member, which may be a text in quotes. */
function readName(
  reading: Reading,
  value: Entry,
  node: MethodDeclaration | PropertyDeclaration | GetAccessorDeclaration,
): void {
  const { Node } = tsMorph();
  const name = node.getNameNode();
  const place = spanOf(reading.source, name);
  if (Node.isStringLiteral(name))
    putUnlessTagged(value, "name", text(name.getLiteralText(), place));
  else if (Node.isIdentifier(name)) putUnlessTagged(value, "name", text(name.getText(), place));
  else refuse(reading, name, "a name of this kind", "write a plain name");
  const scope = node.getScope();
  if (scope !== "public") refuse(reading, node, `a ${scope} member`, "leave it out of the spec");
}

function refuse(
  { source, report }: Reading,
  node: Parameters<typeof spanOf>[1],
  what: string,
  instead: string,
): void {
  report(diagnose("GB1018", { what, instead }, { span: spanOf(source, node) }));
}
