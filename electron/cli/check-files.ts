import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { cliTranslate, createFileChecker, type CheckedFile, type CheckSetting, type FileChecker } from './check-file.ts'

/** A thread starts in about 0.4 s, in which some hundred thousand characters are checked: fewer files are not shared out. */
const filesWorthAThread = 24

/** Checks the files on all processors; `onChecked` hears of them in their order. */
export async function checkFiles(
  files: readonly string[],
  setting: CheckSetting,
  onChecked: (checked: CheckedFile, index: number) => void,
): Promise<void> {
  const threads = Math.min(availableParallelism(), Math.floor(files.length / filesWorthAThread))
  if (threads < 2) return shareOut(files, [createFileChecker(setting, await cliTranslate())], onChecked)
  const workers = Array.from({ length: threads }, () => openWorker(setting))
  try {
    await shareOut(
      files,
      workers.map(({ check }) => check),
      onChecked,
    )
  } finally {
    await Promise.all(workers.map(({ close }) => close()))
  }
}

/** Whoever is done takes the next file; answers that come early wait for those before them. */
async function shareOut(
  files: readonly string[],
  checkers: readonly FileChecker[],
  onChecked: (checked: CheckedFile, index: number) => void,
): Promise<void> {
  const waiting = new Map<number, CheckedFile>()
  let next = 0
  let heard = 0
  const work = async (check: FileChecker): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      waiting.set(index, await check(files[index] ?? ''))
      for (let ready = waiting.get(heard); ready; ready = waiting.get(heard)) {
        waiting.delete(heard)
        onChecked(ready, heard++)
      }
    }
  }
  await Promise.all(checkers.map(work))
}

function openWorker(setting: CheckSetting): { check: FileChecker; close: () => Promise<unknown> } {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { workerData: setting })
  let asked: { answer: (checked: CheckedFile) => void; fail: (error: Error) => void } | undefined
  worker.on('message', (checked: CheckedFile) => asked?.answer(checked))
  worker.on('error', (error) => asked?.fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => asked?.fail(new Error(`a thread ended with ${code}`)))
  return {
    check: (file) =>
      new Promise((answer, fail) => {
        asked = { answer, fail }
        worker.postMessage(file)
      }),
    close: () => worker.terminate(),
  }
}
