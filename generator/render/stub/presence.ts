/** What a stub, which knows no preprocessor, says of entries that are there for some versions alone. */
import { type Presences, type Requirement, requirementsText } from "../../model/presence.js";

/** "since ACME_VERSION >= 5"; "" of what is there wherever what is around it is. */
export function presenceText(presences: Presences, logicalPath: string): string {
  return requirementsText(ownRequirements(presences, logicalPath));
}

/** The getter and the setter have those of their property. */
function ownRequirements(presences: Presences, logicalPath: string): readonly Requirement[] {
  const property = logicalPath.replace(/\/(?:get|set)$/, "");
  return presences.get(logicalPath) ?? presences.get(property) ?? [];
}

/** A docstring with a last paragraph that says for which versions it holds. */
export function withPresence(doc: string | undefined, presence: string): string {
  const told = presence === "" ? [] : [`There ${presence}.`];
  return [...(doc === undefined || doc === "" ? [] : [doc]), ...told].join("\n\n");
}
