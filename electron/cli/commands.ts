import type { CliCommand } from './command.ts'

/** Commands by name, each loaded when it is asked for: reading one report does not wait for the Word writer. */
export const commandLoaders: Record<string, () => Promise<CliCommand>> = {
  accept: async () => (await import('./commands/accept.ts')).command,
  check: async () => (await import('./commands/check.ts')).command,
  compare: async () => (await import('./commands/compare.ts')).command,
  export: async () => (await import('./commands/export.ts')).command,
  facts: async () => (await import('./commands/facts.ts')).command,
  import: async () => (await import('./commands/import.ts')).command,
  ledger: async () => (await import('./commands/ledger.ts')).command,
  merge: async () => (await import('./commands/merge.ts')).command,
  new: async () => (await import('./commands/new.ts')).command,
  quantities: async () => (await import('./commands/quantities.ts')).command,
  roll: async () => (await import('./commands/roll.ts')).command,
  reject: async () => (await import('./commands/reject.ts')).command,
}
