/** GB04xx: templates, the user's own among them, and plugins. */
import { error, warning } from "./entry.js";

export const templates = {
  GB0401: error<{ path: string; why: string }>({
    title: "A folder of templates that can't be read",
    message: ({ path, why }) => `can't read the templates in "${path}": ${why}`,
    reason: () =>
      "--templates names a folder whose files replace those of the same path, or add to them",
    hint: () => "check the path, and that this user may read what is in it",
  }),
  GB0402: error<{ path: string; why: string }>({
    title: "A file that can't be used as a template",
    message: ({ path, why }) => `can't use "${path}" as a template: ${why}`,
    reason: () =>
      "a file .hbs is a UTF-8 text that is printed, any other outside partials/ is copied",
    hint: () => "rename the file, or move it out of the folder of templates",
  }),
  GB0403: error<{ why: string }>({
    title: "A template that is not valid Handlebars",
    message: ({ why }) => `the template can't be understood: ${why}`,
    reason: () => "templates are written in Handlebars (https://handlebarsjs.com)",
    hint: () => "close each {{#block}} by its {{/block}}, and each {{ by }}",
  }),
  GB0404: error<{ field: string; type: string; near: string; known: string }>({
    title: "A field that does not exist",
    message: ({ field, type }) => `there is no "${field}" in ${type}`,
    reason: ({ known }) => `there are: ${known}`,
    hint: ({ near }) => `${near}docs/template-context.md lists every field`,
  }),
  GB0405: error<{ path: string }>({
    title: "A value that may be missing, used as if it were always there",
    message: ({ path }) => `"${path}" may be null, and nothing here asks for that`,
    reason: () => "where it is null, the template could not be printed",
    hint: ({ path }) => `put it inside {{#if ${path}}} … {{/if}} or {{#with ${path}}} … {{/with}}`,
  }),
  GB0406: error<{ path: string; is: string; wanted: string }>({
    title: "A value that is not what a template takes it for",
    message: ({ path, is, wanted }) => `"${path}" is ${is}, where ${wanted} is needed`,
    reason: () => "Handlebars would print nothing, or [object Object]",
    hint: () => "lists go through {{#each}}, objects have fields, and what is printed is a text",
  }),
  GB0407: error<{ name: string; near: string }>({
    title: "A partial that does not exist",
    message: ({ name }) => `there is no partial "${name}"`,
    reason: () =>
      "a partial is a file partials/NAME.hbs, of this program or in a folder of templates",
    hint: ({ near }) => `${near}gen-bindings templates list shows all of them`,
  }),
  GB0408: error<{ name: string; near: string }>({
    title: "A partial that no template uses",
    message: ({ name }) => `no template uses the partial "${name}"`,
    reason: () => "a partial replaces the one of the same name, or is used by a template of yours",
    hint: ({ near }) => `${near}gen-bindings templates list shows what can be replaced`,
  }),
  GB0409: error<{ name: string; near: string }>({
    title: "A helper that does not exist",
    message: ({ name }) => `there is no helper "${name}"`,
    reason: () => "there are if, unless, each, with, lookup and log, and those of a --plugin",
    hint: ({ near }) => `${near}write the helper in a plugin, or correct the name`,
  }),
  GB0410: error<{ what: string; instead: string }>({
    title: "A part of Handlebars that templates can't use",
    message: ({ what }) => `${what} can't be used in templates`,
    reason: () => "what it would print can't be checked before anything is written",
    hint: ({ instead }) => instead,
  }),
  GB0411: error<{ path: string; placeholder: string; near: string; known: string }>({
    title: "A placeholder in a file name that stands for nothing",
    message: ({ path, placeholder }) =>
      `{{${placeholder}}} in the name of "${path}" stands for nothing`,
    reason: ({ known }) => `a file is made once for each ${known}`,
    hint: ({ near }) => `${near}write one of these, and only one in a path`,
  }),
  GB0412: error<{ path: string; why: string }>({
    title: "A template that failed while it was printed",
    message: ({ path, why }) => `the template "${path}" can't be printed: ${why}`,
    reason: () => "a helper failed, or a value was not what the template takes it for",
    hint: () => "correct the template or the helper; nothing was written",
  }),
  GB0413: error<{ path: string; found: string; version: number }>({
    title: "Templates for another version of the context",
    message: ({ path, found, version }) =>
      `"${path}" is for version ${found} of the template context, and this is version ${version}`,
    reason: () => "a field may have another meaning by now, which no check can see",
    hint: () => "read CHANGELOG.md for what has changed, then write the new version there",
  }),
  GB0414: warning<{ name: string }>({
    title: "An ejected template whose original has changed",
    message: ({ name }) => `the original of "${name}" has changed since it was ejected`,
    reason: () => "the copy is used as it is, without what was mended or added since",
    hint: () =>
      "gen-bindings templates diff shows the difference; templates eject --force takes the original anew",
  }),
  GB0415: error<{ name: string; near: string }>({
    title: "No template of this name",
    message: ({ name }) => `there is no template "${name}"`,
    reason: () => "a template has the name that gen-bindings templates list shows",
    hint: ({ near }) => `${near}write for instance class, hooks/before_call, or src/module.cpp`,
  }),
  GB0416: error<{ path: string }>({
    title: "Ejecting over a file that is there",
    message: ({ path }) => `"${path}" is there already`,
    reason: () => "a change of yours would be lost",
    hint: () => "move it away, or name another folder with --templates; --force overwrites it",
  }),
  GB0417: error<{ path: string; why: string }>({
    title: "A template that can't be ejected",
    message: ({ path, why }) => `can't write "${path}": ${why}`,
    reason: () => "a copy of the template goes there",
    hint: () => "make the folder writable, or name another one with --templates",
  }),
  GB0421: error<{ path: string; why: string }>({
    title: "A plugin that can't be loaded",
    message: ({ path, why }) => `can't load the plugin "${path}": ${why}`,
    reason: () =>
      "a plugin is a module of JavaScript, or of TypeScript that imports nothing but types",
    hint: () => "correct the file; node FILE shows more of what is wrong with one of JavaScript",
  }),
  GB0422: error<{ path: string; why: string }>({
    title: "A plugin of another form",
    message: ({ path, why }) => `"${path}" is no plugin: ${why}`,
    reason: () =>
      'a plugin exports "plugin", an object with "helpers" and "passes", or one of them',
    hint: () => "export const plugin = { helpers: { shout: (text) => text.toUpperCase() } };",
  }),
  GB0423: error<{ path: string; name: string; why: string }>({
    title: "A pass of a plugin that failed",
    message: ({ path, name, why }) => `the pass "${name}" of the plugin "${path}" failed: ${why}`,
    reason: () => "the model can't be used half changed; nothing was written",
    hint: () => "correct the plugin, or leave it out",
  }),
  GB0424: error<{ paths: readonly string[]; why: string }>({
    title: "A model that can't be printed as plugins left it",
    message: ({ paths, why }) =>
      `what ${paths.join(" and ")} made of the model can't be printed: ${why}`,
    reason: () => "the model is checked before the passes of plugins run, and by nobody after them",
    hint: () => "look at what the passes put in or take out, or leave the plugin out",
  }),
} as const;
