/** What Boost.Python makes by itself, as a stub declares it. */
import type { BoostDefinition } from "../../model/boost-definition.js";
import { type StubContext, type StubVariableView, variable } from "./context.js";
import { type SignatureFacts, shownParameters } from "./functions.js";
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

export function definedVariables(
  { names }: StubContext,
  definitions: readonly BoostDefinition[],
): readonly StubVariableView[] {
  return definitions.flatMap(({ stub, doc }) =>
    stub
      .filter((each) => each.parameters === undefined)
      .map(({ name, returns }) => variable(names, name, returns, doc)),
  );
}
