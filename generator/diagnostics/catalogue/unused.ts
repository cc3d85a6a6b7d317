/** GB2085 and on: entries of a spec that come to nothing. */
import { warning } from "./entry.js";

export const unused = {
  GB2085: warning<{ name: string }>({
    title: "A type that nothing uses",
    message: ({ name }) => `nothing uses the type "${name}"`,
    reason: () => "no parameter, result, attribute or conversion of the module names it",
    hint: () => "name it where it is meant, or remove it",
  }),
  GB2086: warning<{ key: string; from: string; takers: string }>({
    title: "A setting that holds for nothing",
    message: ({ key, from }) => `"${key}" of ${from} holds for nothing`,
    reason: ({ takers }) => `it is for ${takers}, and there is none`,
    hint: ({ key }) => `remove "${key}", or move it to what it is meant for`,
  }),
  GB2087: warning<{ from: string; to: string }>({
    title: "A conversion that no call uses",
    message: ({ from, to }) => `nothing takes what the conversion from ${from} makes: ${to}`,
    reason: () => "a conversion is for arguments, and no parameter of the module has this type",
    hint: ({ to }) => `let a parameter take ${to} by value or by const reference, or remove it`,
  }),
  GB2088: warning<{ cpp: string }>({
    title: "An exception that never arrives",
    message: ({ cpp }) => `no call lets ${cpp} through`,
    reason: () => 'all that Python can call says "exceptions": false',
    hint: () => 'remove it, or "exceptions": false of the calls that throw it',
  }),
};
