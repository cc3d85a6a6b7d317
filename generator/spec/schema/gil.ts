/** The GIL policy of a callable: `"release"`, or `{ "policy": "release", "when": "n > 4096" }`. */
import { z } from "zod";
import { construct, cppExpression, oneOf } from "./construct.js";

const gilPolicyName = oneOf(["hold", "release", "guard"], "GB3001").describe(
  "hold: attached during the C++ call. release: detached during the C++ call alone. guard: the C++ function takes a gil_guard& first and steers itself.",
);

export const gilPolicy = z
  .union([
    gilPolicyName,
    construct({
      policy: gilPolicyName,
      when: cppExpression()
        .optional()
        .describe(
          "A C++ condition over the parameters, evaluated once, attached: true releases, false holds.",
        ),
    }),
  ])
  .describe("What a call does to the GIL.");

export const dispatch = oneOf(["boost", "fast"]).describe(
  "How a call from Python is converted. fast (if missing): code made for each signature. boost: Boost.Python's own dispatch.",
);
