/** GB2043 and GB2044: operators that a class can't have as they are written. */
import { error } from "./entry.js";

export const operators = {
  GB2043: error<{ text: string; why: string; way: string }>({
    title: "An operator that can't be read",
    message: ({ text }) => `${JSON.stringify(text)} is no operator of a class`,
    reason: ({ why }) => why,
    hint: ({ way }) => way,
    fix: () => '"operators": ["self + self", "self * double", "str(self)"]',
  }),
  GB2044: error<{ text: string; why: string }>({
    title: "An operator without C++",
    message: ({ text }) => `${JSON.stringify(text)} needs a C++ function`,
    reason: ({ why }) => why,
    hint: () => 'name a member function, or a function of the operands, in "cpp"',
    fix: ({ text }) => `{ "operator": ${JSON.stringify(text)}, "cpp": "…" }`,
  }),
};
