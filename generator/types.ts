/**
 * The types that specs in TypeScript are written with: `import type { … } from "gen-bindings/types"`.
 * They are for the editor, which completes and checks them; gen-bindings reads their names.
 */
import type { z } from "zod";
import type { spec } from "./spec/schema/spec.js";
import type { Cpp } from "./types/cpp.js";

type Spec = z.input<typeof spec>;

/** A section that is written as a value: `export const module = { … } satisfies Module`. */
export type Module = NonNullable<Spec["module"]>;
/** What holds for everything that says nothing else. */
export type Defaults = NonNullable<Spec["defaults"]>;
/** Entries of `types` whose names TypeScript can't have. */
export type Types = NonNullable<Spec["types"]>;
/** Functions as values, where a declaration can't say one. */
export type Functions = NonNullable<Spec["functions"]>;
/** Classes as values, where a declaration can't say one. */
export type Classes = NonNullable<Spec["classes"]>;
/** Enumerations as values, where a declaration can't say one. */
export type Enums = NonNullable<Spec["enums"]>;
/** Exceptions as values, where a declaration can't say one. */
export type Exceptions = NonNullable<Spec["exceptions"]>;
/** Constants as values, where a declaration can't say one. */
export type Constants = NonNullable<Spec["constants"]>;
/** Conversions of C++ that a call from Python may use for an argument. */
export type Conversions = NonNullable<Spec["conversions"]>;
/** C++ that stands in the generated code as it is. */
export type Code = NonNullable<Spec["code"]>;
/** Other specs whose declarations are named here. */
export type Imports = NonNullable<Spec["imports"]>;
/** Submodules as values, where a namespace can't say one. */
export type Modules = NonNullable<Spec["modules"]>;

export type { Cpp } from "./types/cpp.js";

/** A callable of Python: `Callback<(fraction: double) => void>` is `void(double fraction)`. */
export type Callback<Signature extends (...args: never[]) => unknown> = Signature;

/** `T*`: None in Python is a null pointer. */
export type Ptr<T> = T;
/** `T&`: C++ may change it. */
export type Ref<T> = T;
/** `const T*`. */
export type ConstPtr<T> = T;
/** `const T&`. */
export type ConstRef<T> = T;
/** `const T`. */
export type Const<T> = T;

export type bool = boolean;
export type char = string;
export type short = number;
export type int = number;
export type unsigned = number;
export type long = number;
export type float = number;
export type double = number;
export type size_t = number;

/** A view of Python's bytes. */
export type bytes = Cpp<"bytes">;
/** boost::python::list. */
export type list = Cpp<"list">;
/** boost::python::dict. */
export type dict = Cpp<"dict">;
/** boost::python::tuple. */
export type tuple = Cpp<"tuple">;
/** boost::python::str. */
export type str = Cpp<"str">;
/** boost::python::slice. */
export type slice = Cpp<"slice">;
/** boost::python::long_. */
export type long_ = Cpp<"long_">;
export type PyObject = Cpp<"PyObject">;
export type PyTypeObject = Cpp<"PyTypeObject">;

/** `boost.shared_ptr<T>` is `boost::shared_ptr<T>`. */
export type * as boost from "./types/boost.js";
export * from "./types/exceptions.js";
/** `std.string` is `std::string`. */
export type * as std from "./types/std.js";
