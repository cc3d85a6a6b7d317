/** What the schema says of the keys of a construct, for syntaxes that write values in another way. */
import type { z } from "zod";

/** What a value can be, as far as its spelling goes. */
export type ValueKind = "string" | "number" | "boolean" | "true" | "object" | "array";

type Schema = z.core.$ZodType;

/** The schema of each key of an object; of a union, those of the branch that is an object. */
export type Shape = Readonly<Record<string, Schema>>;

/** The keys of a construct, of the entries of a list, or of the values of a table. */
export function shapeOf(schema: Schema): Shape {
  for (const each of branches(schema)) {
    const { def } = each._zod as { def: z.core.$ZodTypeDef };
    if (def.type === "object") return (def as z.core.$ZodObjectDef).shape;
    if (def.type === "array") return shapeOf((def as z.core.$ZodArrayDef).element);
    if (def.type === "record") return shapeOf((def as z.core.$ZodRecordDef).valueType);
  }
  return {};
}

/** Every kind of value that a key can have. */
export function kindsOf(schema: Schema): ReadonlySet<ValueKind> {
  return new Set(branches(schema).flatMap(kindOf));
}

function kindOf(schema: Schema): readonly ValueKind[] {
  const { def } = schema._zod as { def: z.core.$ZodTypeDef };
  if (def.type === "enum") return ["string"];
  if (def.type === "record") return ["object"];
  if (def.type === "literal") {
    const { values } = def as z.core.$ZodLiteralDef<z.core.util.Literal>;
    return values.map((value) => (value === true ? "true" : (typeof value as ValueKind)));
  }
  const plain = ["string", "number", "boolean", "object", "array"] as const;
  return plain.filter((kind) => kind === def.type);
}

/** A schema without what wraps it, and of a union its alternatives. */
function branches(schema: Schema): readonly Schema[] {
  const { def } = schema._zod as { def: z.core.$ZodTypeDef };
  if (def.type === "optional") return branches((def as z.core.$ZodOptionalDef).innerType);
  if (def.type === "union") return (def as z.core.$ZodUnionDef).options.flatMap(branches);
  return [schema];
}
