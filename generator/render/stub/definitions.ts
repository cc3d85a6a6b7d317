/** What Boost.Python makes by itself, as a stub declares it. */
import type { BoostDefinition, StubMember } from "../../model/boost-definition.js";
import { type StubContext, type StubVariableView, variable } from "./context.js";
import {
  readonlyProperty,
  type SignatureFacts,
  type StubFunctionView,
  shownParameters,
} from "./functions.js";
import type { StubFunction } from "./overloads.js";

/** The functions that definitions bring along; `receiver` stands for the object, where there is one. */
export function definedFunctions(
  facts: SignatureFacts,
  definitions: readonly BoostDefinition[],
  receiver: readonly string[],
): readonly StubFunction[] {
  return definitions.flatMap(({ stub, doc }) =>
    stub.flatMap(({ name, parameters, returns }) =>
      parameters === undefined
        ? []
        : [
            {
              name,
              isStatic: false,
              receiver,
              ...shownParameters(parameters, facts),
              result: returns,
              doc: [...(doc === undefined ? [] : [doc]), "Holds the GIL."].join("\n\n"),
            },
          ],
    ),
  );
}

/** Static ones too, whose being read-only an annotation can't say. */
export function definedVariables(
  { names }: StubContext,
  definitions: readonly BoostDefinition[],
): readonly StubVariableView[] {
  return definitions.flatMap(({ form, stub, doc }) =>
    stub
      .filter((each) => each.parameters === undefined && !isReadonlyProperty(form, each))
      .map(({ name, returns }) => {
        const annotation = form === "static property" ? `typing.ClassVar[${returns}]` : returns;
        return variable(names, name, annotation, doc);
      }),
  );
}

export function definedProperties(
  { names }: StubContext,
  definitions: readonly BoostDefinition[],
): readonly StubFunctionView[] {
  return definitions.flatMap(({ form, stub, doc = "" }) =>
    stub
      .filter((each) => isReadonlyProperty(form, each))
      .map(({ name, returns }) => readonlyProperty(names, name, returns, doc, [])),
  );
}

function isReadonlyProperty(form: BoostDefinition["form"], { isReadonly }: StubMember): boolean {
  return form === "property" && isReadonly === true;
}
