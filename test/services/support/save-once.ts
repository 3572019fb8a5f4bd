// `node save-once.ts FILE TEXT`: one atomic write in a process that the tests stop or disturb. Prints the result.
import process from 'node:process'
import { writeAtomic } from '../../../electron/services/atomic-write.ts'

const [path = '', text = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await writeAtomic(path, Buffer.from(text))))
