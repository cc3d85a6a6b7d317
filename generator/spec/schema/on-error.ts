/** What becomes of a Python error in a callback or an override, and who calls it. */
import { z } from "zod";
import { construct, cppExpression, oneOf } from "./construct.js";

const errorPolicyName = oneOf(["propagate", "deferred", "unraisable", "terminate"]).describe(
  "propagate: passes through C++ and arrives unchanged. deferred: waits until C++ has returned. unraisable: goes to sys.unraisablehook. terminate: ends the process.",
);

export const onError = z
  .union([
    errorPolicyName,
    construct({
      policy: errorPolicyName,
      value: cppExpression()
        .optional()
        .describe(
          "A C++ expression: what C++ gets where Python gives nothing, after an error and when the interpreter is closing. Result{} if absent.",
        ),
    }),
  ])
  .describe("What becomes of a Python error.");

export const callingThread = oneOf(["caller", "native"]).describe(
  "native: a thread of the library's own calls it; caller: the thread that made the call does.",
);

export const overrides = oneOf(["any", "subclass"]).describe(
  "any: an attribute set on the object overrides too, as in Boost.Python. subclass: objects whose class was not subclassed are skipped without attaching.",
);
