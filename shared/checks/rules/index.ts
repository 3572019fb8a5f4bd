import type { Rule } from '../rule.ts'
import { leftover } from './leftover.ts'
import { numbering } from './numbering.ts'
import { yearOfSection } from './year-of-section.ts'

/** All rules in the order of the panel's settings. */
export const rules: readonly Rule[] = [yearOfSection, numbering, leftover]
