/** How a Python object holds the C++ one, and what other smart pointers to it there are. */
import { z } from "zod";
import { construct, oneOf } from "./construct.js";

const ownPointer = construct({
  template: z
    .string()
    .optional()
    .describe("A smart pointer's class template: acme::intrusive_ptr."),
  cpp: z.string().optional().describe("A smart pointer's type, where it is no template of this."),
});

const KNOWN = [
  "std::shared_ptr",
  "boost::shared_ptr",
  "std::unique_ptr",
  "std::auto_ptr",
  "boost::intrusive_ptr",
] as const;

export const heldType = z
  .union([oneOf(["value", ...KNOWN]), ownPointer])
  .describe("How a Python object holds the C++ one; by value if absent.");

export const pointers = z
  .array(z.union([oneOf(KNOWN), ownPointer]))
  .optional()
  .describe("Further smart pointers to it that C++ returns, beside the held type.");

export type HeldTypeSpec = z.infer<typeof heldType>;
