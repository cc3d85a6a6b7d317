/** GB9xxx: bugs of this program. */
import { error } from "./entry.js";

export const internal = {
  GB9001: error<{ what: string; where: string }>({
    title: "A bug in gen-bindings",
    message: ({ what }) => `a bug in gen-bindings: ${what}`,
    reason: ({ where }) => `it was met ${where}`,
    hint: () => "report it with the spec that shows it; nothing half-written was left behind",
  }),
};
