/** Boost.Python's call policies: who owns a result, and which object keeps which alive. */
import { z } from "zod";
import { construct, oneOf } from "./construct.js";

const custodianAndWard = construct({
  custodian: z.string().describe('"return", "self" or a parameter: the object that depends.'),
  ward: z.string().describe('"return", "self" or a parameter: what lives at least as long.'),
});

export const resultPolicies = [
  "return_by_value",
  "copy_const_reference",
  "copy_non_const_reference",
  "reference_existing_object",
  "manage_new_object",
  "return_opaque_pointer",
  "return_internal_reference",
  "return_arg",
  "return_self",
] as const;

export const callPolicy = construct({
  return: oneOf(resultPolicies)
    .optional()
    .describe(
      "What becomes of the result. manage_new_object: Python owns the object that the pointer points to. return_internal_reference: it belongs to an argument, and keeps that one alive.",
    ),
  of: z
    .string()
    .optional()
    .describe(
      'Of return_internal_reference and return_arg, the argument: "self" or a parameter; the first if absent.',
    ),
  custodianAndWard: z
    .array(custodianAndWard)
    .optional()
    .describe("Each ward is kept alive while its custodian lives."),
  cpp: z
    .string()
    .optional()
    .describe("A call policy class of your own: a C++ type, used in place of all others."),
}).describe("Boost.Python's call policies.");

export type CallPolicySpec = z.infer<typeof callPolicy>;
