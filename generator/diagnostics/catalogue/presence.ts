/** GB2110 and on: entries that are there for some versions of the library. */
import { error } from "./entry.js";

export const presence = {
  GB2110: error<{ key: string; text: string; why: string }>({
    title: "A condition that is none",
    message: ({ key, text }) => `"${key}" is ${JSON.stringify(text)}`,
    reason: ({ why }) => why,
    hint: ({ key }) =>
      `name a macro of the library, "${key}": "ACME_HAS_STREAMS", or compare it, "${key}": "ACME_VERSION >= 5"`,
  }),
  GB2111: error<{ name: string; all: string }>({
    title: "An entry that is never there",
    message: ({ name }) => `no version of the library has ${name}`,
    reason: ({ all }) => `what it asks for never holds together: ${all}`,
    hint: () => "change one of the conditions, those around the entry among them",
  }),
  GB2112: error<{ name: string; used: string; lacking: string; fix: string }>({
    title: "An entry that needs what may be absent",
    message: ({ name, used, lacking }) => `${name} needs ${used}, which is there ${lacking}`,
    reason: () => "for other versions of the library the generated code would not compile",
    hint: ({ fix }) => `say ${fix} of it too, or of what is around it`,
  }),
};
