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
import { presenceText, withPresence } from "./presence.js";

/** The functions that definitions bring along; `receiver` stands for the object, where there is one. */
export function definedFunctions(
  facts: SignatureFacts,
  definitions: readonly BoostDefinition[],
  receiver: readonly string[],
): readonly StubFunction[] {
  return definitions.flatMap(({ stub, doc, logicalPath }) =>
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
              presence: presenceText(facts.presences, logicalPath),
            },
          ],
    ),
  );
}

/** Static ones too, whose being read-only an annotation can't say. */
export function definedVariables(
  { names, presences }: StubContext,
  definitions: readonly BoostDefinition[],
): readonly StubVariableView[] {
  return definitions.flatMap(({ form, stub, doc, logicalPath }) =>
    stub
      .filter((each) => each.parameters === undefined && !isReadonlyProperty(form, each))
      .map(({ name, returns }) => {
        const annotation = form === "static property" ? `typing.ClassVar[${returns}]` : returns;
        const told = withPresence(doc, presenceText(presences, logicalPath));
        return variable(names, name, annotation, told);
      }),
  );
}

export function definedProperties(
  { names, presences }: StubContext,
  definitions: readonly BoostDefinition[],
): readonly StubFunctionView[] {
  return definitions.flatMap(({ form, stub, doc, logicalPath }) =>
    stub
      .filter((each) => isReadonlyProperty(form, each))
      .map(({ name, returns }) => {
        const told = withPresence(doc, presenceText(presences, logicalPath));
        return readonlyProperty(names, name, returns, told, []);
      }),
  );
}

function isReadonlyProperty(form: BoostDefinition["form"], { isReadonly }: StubMember): boolean {
  return form === "property" && isReadonly === true;
}
