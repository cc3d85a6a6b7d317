/** Values that stand in the file as they are: objects, lists, texts, numbers, true and false. */
import type { Expression } from "ts-morph";
import { diagnose } from "../../diagnostics/diagnostic.js";
import type { DocumentNode } from "../document.js";
import { entry, objectNode, put, type Reading, text } from "./entry.js";
import { spanOf } from "./places.js";
import { tsMorph } from "./ts-morph.js";

export function readLiteral(reading: Reading, given: Expression): DocumentNode {
  const { Node } = tsMorph();
  const node = unwrapped(given);
  const span = spanOf(reading.source, node);
  if (Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    return text(node.getLiteralText(), span);
  }
  if (Node.isNumericLiteral(node)) return { kind: "number", span, value: node.getLiteralValue() };
  if (Node.isTrueLiteral(node) || Node.isFalseLiteral(node)) {
    return { kind: "boolean", span, value: node.getText() === "true" };
  }
  if (Node.isNullLiteral(node)) return { kind: "null", span, value: null };
  if (Node.isPrefixUnaryExpression(node) && /^-\s*[\d.]/.test(node.getText())) {
    return { kind: "number", span, value: Number(node.getText().replace(/\s/g, "")) };
  }
  if (Node.isArrayLiteralExpression(node)) {
    const items = node.getElements().map((each) => readLiteral(reading, each));
    return { kind: "array", span, items };
  }
  if (Node.isObjectLiteralExpression(node)) {
    const value = entry(span);
    for (const property of node.getProperties()) {
      const initializer = Node.isPropertyAssignment(property)
        ? property.getInitializer()
        : undefined;
      const name = Node.isPropertyAssignment(property) ? property.getNameNode() : property;
      if (initializer === undefined || Node.isComputedPropertyName(name)) {
        notRead(reading, property);
        continue;
      }
      const key = Node.isStringLiteral(name) ? name.getLiteralText() : name.getText();
      put(reading, value, key, spanOf(reading.source, name), readLiteral(reading, initializer));
    }
    return objectNode(value);
  }
  notRead(reading, node);
  return { kind: "null", span, value: null };
}

/** Without what only the type checker reads. */
function unwrapped(node: Expression): Expression {
  const { Node } = tsMorph();
  const isWrapped =
    Node.isSatisfiesExpression(node) ||
    Node.isAsExpression(node) ||
    Node.isParenthesizedExpression(node);
  return isWrapped ? unwrapped(node.getExpression()) : node;
}

/** A spec is read, never run. */
function notRead({ source, report }: Reading, node: Parameters<typeof spanOf>[1]): void {
  const what = "a value that has to be computed";
  const instead = "write the value itself: a text, a number, true, false, a list or an object";
  report(diagnose("GB1018", { what, instead }, { span: spanOf(source, node) }));
}
