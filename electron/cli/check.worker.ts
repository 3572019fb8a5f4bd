import { parentPort, workerData } from 'node:worker_threads'
import { cliTranslate, createFileChecker, type CheckSetting } from './check-file.ts'

/** One of the threads that share the files of a run: each message names a file, each answer is what was found in it. */
const check = createFileChecker(workerData as CheckSetting, await cliTranslate())

parentPort?.on('message', (file: string) => {
  void check(file).then((checked) => parentPort?.postMessage(checked))
})
