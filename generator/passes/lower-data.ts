/** Turns attributes and properties of a class into what the model knows of its data. */
import type { BoostDefinition } from "../model/boost-definition.js";
import type { Attribute, PropertyModel } from "../model/class.js";
import type { ClassScope } from "./class-scope.js";
import type { Context } from "./context.js";
import { lowerAttribute } from "./lower-attribute.js";
import { lowerProperty } from "./lower-property.js";

/** What Boost.Python reads and writes by itself, and all that has call bodies. */
export interface LoweredData {
  readonly attributes: readonly Attribute[];
  readonly properties: readonly PropertyModel[];
  readonly definitions: readonly BoostDefinition[];
}

export function lowerData(context: Context, inside: ClassScope): LoweredData {
  const attributes: Attribute[] = [];
  const properties: PropertyModel[] = [];
  const definitions: BoostDefinition[] = [];
  for (const [index, each] of (inside.spec.attributes ?? []).entries()) {
    const lowered = lowerAttribute(context, inside, each, [...inside.path, "attributes", index]);
    if ("get" in lowered) properties.push(lowered);
    else attributes.push(lowered);
  }
  for (const [index, each] of (inside.spec.properties ?? []).entries()) {
    const lowered = lowerProperty(context, inside, each, [...inside.path, "properties", index]);
    if ("get" in lowered) properties.push(lowered);
    else definitions.push(lowered);
  }
  return { attributes, properties, definitions };
}
