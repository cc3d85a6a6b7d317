/** Checks what a module declares of the GIL and of its locks: each concern in a file of gil/. */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Module } from "../model/model.js";
import { checkConditions } from "./gil/check-conditions.js";
import { checkExceptions } from "./gil/check-exceptions.js";
import { checkFactories } from "./gil/check-factories.js";
import { checkLockOrder } from "./gil/check-lock-order.js";
import { checkLocks } from "./gil/check-locks.js";
import { checkOwnership } from "./gil/check-ownership.js";
import { checkUnlocked } from "./gil/check-unlocked.js";
import { checkWaiting } from "./gil/check-waiting.js";

const CHECKS = [
  checkOwnership,
  checkConditions,
  checkWaiting,
  checkLocks,
  checkLockOrder,
  checkUnlocked,
  checkExceptions,
  checkFactories,
];

export function checkGil(module: Module): readonly Diagnostic[] {
  return CHECKS.flatMap((check) => check(module));
}
