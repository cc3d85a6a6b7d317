/** What the preprocessor is told of Boost.Python's limits. */
import type { Module } from "./model.js";

/**
 * Lists of types that are longer than MPL's preprocessed headers know are made by the preprocessor,
 * in steps of ten. Each function takes two places beside its parameters (detail/type_list.hpp).
 */
export function limitDefinitions({ limits: { arity, bases } }: Module): readonly string[] {
  const longest = Math.max((arity ?? 0) + 3, bases ?? 0);
  const size = Math.ceil(longest / 10) * 10;
  return [
    ...(arity === undefined ? [] : [`BOOST_PYTHON_MAX_ARITY=${arity}`]),
    ...(bases === undefined ? [] : [`BOOST_PYTHON_MAX_BASES=${bases}`]),
    ...(size > 20
      ? ["BOOST_MPL_CFG_NO_PREPROCESSED_HEADERS", `BOOST_MPL_LIMIT_VECTOR_SIZE=${size}`]
      : []),
  ];
}
