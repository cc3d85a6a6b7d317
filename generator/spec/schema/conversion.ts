/** A conversion of C++ that a call from Python may use: boost::python::implicitly_convertible. */
import { z } from "zod";
import { construct } from "./construct.js";
import { presence } from "./presence.js";

export const conversion = construct({
  from: z.string().describe("The type of what Python passes."),
  to: z.string().describe("The type that C++ takes, and can make of the other."),
  ...presence,
});
