/** The constructs of the language by the names that pages use, each with its keys. */
import { spec } from "../../generator/spec/schema/spec.js";
import { type Shape, shapeOf } from "../../generator/spec/schema-keys.js";

/** The keys of what stands in a list or table of another construct. */
function entriesOf(shape: Shape, key: string): Shape {
  const schema = shape[key];
  if (schema === undefined) throw new Error(`there is no ${key}`);
  return shapeOf(schema);
}

const file = shapeOf(spec);
const functions = entriesOf(file, "functions");
const classes = entriesOf(file, "classes");
const enumerations = entriesOf(file, "enums");

export const constructs: Readonly<Record<string, Shape>> = {
  "The file": file,
  Functions: functions,
  Parameters: entriesOf(functions, "params"),
  Classes: classes,
  Constructors: entriesOf(classes, "constructors"),
  Methods: entriesOf(classes, "methods"),
  Attributes: entriesOf(classes, "attributes"),
  Properties: entriesOf(classes, "properties"),
  Enumerations: enumerations,
  Enumerators: entriesOf(enumerations, "values"),
  Exceptions: entriesOf(file, "exceptions"),
  Constants: entriesOf(file, "constants"),
  "Entries of types": entriesOf(file, "types"),
  Submodules: entriesOf(file, "modules"),
};
