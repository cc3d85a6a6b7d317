/** Boost.Python's call policies: who owns a result, and which object keeps which alive. */
import { z } from "zod";
import { construct, oneOf } from "./construct.js";

const custodianAndWard = construct({
  custodian: z.string().describe('"return", "self" or a parameter: the object that depends.'),
  ward: z.string().describe('"return", "self" or a parameter: what lives at least as long.'),
});

export const callPolicy = construct({
  return: oneOf(["manage_new_object"])
    .optional()
    .describe("manage_new_object: Python owns the object that the pointer points to."),
  custodianAndWard: z
    .array(custodianAndWard)
    .optional()
    .describe("Each ward is kept alive while its custodian lives."),
}).describe("Boost.Python's call policies.");
