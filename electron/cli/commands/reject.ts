import { decideCommand } from '../decide-command.ts'

export const command = decideCommand('reject')
