/** The JSON Schema of the language, for editors and other tools: made of the zod schema alone. */
import { z } from "zod";
import { keyExamples } from "./schema/examples.js";
import { spec } from "./schema/spec.js";

type Node = z.core.JSONSchema.BaseSchema;

/** The schema as draft 7, which the language servers of JSON and of YAML both read. */
export function jsonSchema(): Node {
  const schema: Node = z.toJSONSchema(spec, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
  });
  const { $schema: _, ...rest } = schema;
  const [classes, modules] = Object.keys(schema.definitions ?? {});
  for (const [name, each] of Object.entries(schema.definitions ?? {})) {
    addExamples(each as Node, name === classes ? "classes" : name === modules ? "modules" : name);
  }
  addExamples(rest, "");
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A spec of gen-bindings",
    description: "Boost.Python bindings that declare what each C++ function does to the GIL.",
    ...rest,
  };
}

/** Gives every key its examples; `owner` is the key whose value has the keys. */
function addExamples(node: Node, owner: string): void {
  for (const [key, each] of Object.entries(node.properties ?? {})) {
    if (typeof each === "boolean") continue;
    const examples = keyExamples[`${owner}.${key}`] ?? keyExamples[key];
    if (examples !== undefined) each.examples = [...examples];
    addExamples(each as Node, key);
  }
  const inner = [node.items, node.additionalProperties, node.anyOf, node.oneOf, node.allOf].flat();
  for (const each of inner) if (typeof each === "object") addExamples(each as Node, owner);
}
