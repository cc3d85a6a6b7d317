/**
 * Describes the types in generator/render/template-context.ts as data: every type that a template can
 * meet, its fields, and what their comments say.
 */
import { join } from "node:path";
import ts from "typescript";
import { projectFolder } from "../program.mjs";

const file = join(projectFolder, "generator", "render", "template-context.ts");

/**
 * @typedef {{ type: string, list?: true, nullable?: true, description: string }} Field
 * @typedef {{ description: string, fields: Record<string, Field> }} ContextType
 * @typedef {{ contextVersion: number, roots: Record<string, string>, types: Record<string, ContextType> }} Context
 */

/** @returns {Context} */
export function describeContext() {
  const { config } = ts.readConfigFile(join(projectFolder, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, projectFolder);
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const exported = new Map(
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .map((symbol) => [symbol.name, symbol]),
  );
  const version = checker.getTypeOfSymbol(exported.get("contextVersion"));
  const contexts = checker.getDeclaredTypeOfSymbol(exported.get("TemplateContexts"));
  const describer = typeDescriber(checker);
  const roots = Object.fromEntries(
    contexts.getProperties().map((property) => {
      return [property.name, describer.field(property).type];
    }),
  );
  return { contextVersion: version.value, roots, types: describer.types() };
}

/** @param {ts.TypeChecker} checker */
function typeDescriber(checker) {
  const symbols = new Map();
  const described = {};
  const documentation = (symbol) =>
    ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, " ");

  function field(property) {
    const { type, list, nullable } = shape(checker.getTypeOfSymbol(property), property.name);
    return {
      type,
      ...(list && { list: true }),
      ...(nullable && { nullable: true }),
      description: documentation(property),
    };
  }

  function shape(type, name) {
    const present = checker.getNonNullableType(type);
    if (present !== type) return { ...shape(present, name), nullable: true };
    if (checker.isArrayType(type)) {
      const inner = shape(checker.getTypeArguments(type)[0], name);
      if (inner.list || inner.nullable) throw new Error(`${name}: a list of lists, or of nulls`);
      return { ...inner, list: true };
    }
    return { type: named(type, name) };
  }

  function named(type, name) {
    if (isAll(type, ts.TypeFlags.StringLike)) return "string";
    if (isAll(type, ts.TypeFlags.BooleanLike)) return "boolean";
    if (isAll(type, ts.TypeFlags.NumberLike)) return "number";
    const symbol = type.symbol;
    if (symbol === undefined || !(symbol.flags & ts.SymbolFlags.Interface)) {
      throw new Error(`the type of the field "${name}" needs an interface with a name`);
    }
    describe(symbol, type);
    return symbol.name;
  }

  function describe(symbol, type) {
    const other = symbols.get(symbol.name);
    if (other === symbol) return;
    if (other !== undefined) throw new Error(`two types are called ${symbol.name}`);
    symbols.set(symbol.name, symbol);
    // Its place is kept before those of the types in it.
    const fields = {};
    described[symbol.name] = { description: documentation(symbol), fields };
    for (const property of checker.getPropertiesOfType(type)) {
      fields[property.name] = field(property);
    }
  }

  return { field, types: () => described };
}

/** @param {ts.Type} type @param {ts.TypeFlags} flag */
function isAll(type, flag) {
  if (type.flags & flag) return true;
  return type.isUnion() && type.types.every((each) => each.flags & flag);
}
