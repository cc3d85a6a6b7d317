/** Boost's types, in specs in TypeScript. */

export type shared_ptr<T> = T;
