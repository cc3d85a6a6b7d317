/** What the docstrings of functions show: the spec's text, and signatures. */
import { z } from "zod";
import { construct } from "./construct.js";

export const docstrings = construct({
  user: z.boolean().optional().describe("The text of the spec; true if absent."),
  python: z.boolean().optional().describe("The signature in Python; true if absent."),
  cpp: z.boolean().optional().describe("The signature in C++; false if absent."),
}).describe("What docstrings show. The nearest setting of each key wins.");
