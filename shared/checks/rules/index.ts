import type { Rule } from '../rule.ts'
import { leftover } from './leftover.ts'

/** All rules in the order of the panel's settings. */
export const rules: readonly Rule[] = [leftover]
