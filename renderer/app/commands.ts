import type { Command } from './command.ts'
import { commentCommands } from './commands/comment-commands.ts'
import { fileCommands } from './commands/file-commands.ts'
import { editCommands } from './commands/edit-commands.ts'
import { viewCommands } from './commands/view-commands.ts'
import { indicatorCommands } from './commands/indicator-commands.ts'
import { reviewCommands } from './commands/review-commands.ts'
import { toolCommands } from './commands/tool-commands.ts'

/** Every command of the window, once: menus, toolbar, keys and the command box all take it from here. */
export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...reviewCommands,
  ...commentCommands,
  ...indicatorCommands,
  ...toolCommands,
]

const byId = new Map(commands.map((command) => [command.id, command]))

export function commandOf(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`no command ${id}`)
  return command
}

/** The keys in force: the user's own before the defaults; a default that the user gave to another command is free. */
export function keysOf(own: Record<string, string>): Map<string, Command> {
  const keys = new Map<string, Command>()
  for (const command of commands) {
    for (const key of [command.key, command.otherKey]) if (key && !(command.id in own)) keys.set(key, command)
  }
  for (const command of commands) {
    const key = own[command.id]
    if (key) keys.set(key, command)
  }
  return keys
}

export function keyOfCommand(command: Command, own: Record<string, string>): string {
  return own[command.id] ?? command.key ?? command.nativeKey ?? ''
}
