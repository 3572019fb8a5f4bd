import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { InstanceLock, type SecondStart } from '../../electron/browser-runtime/instance-lock.ts'
import { scratchFolder } from '../services/support/scratch.ts'

const taken: InstanceLock[] = []
afterEach(() => {
  for (const lock of taken.splice(0)) lock.release()
})

function lockOf(folder: string): InstanceLock {
  const lock = new InstanceLock(folder)
  taken.push(lock)
  return lock
}

describe('InstanceLock', () => {
  it('belongs to the first start; the second leaves its words to it', async () => {
    const folder = scratchFolder()
    const [first, second] = [lockOf(folder), lockOf(folder)]
    expect(first.take()).toBe(true)
    expect(second.take()).toBe(false)
    const heard: SecondStart[] = []
    second.tell({ argv: ['before'], workingDirectory: '/a' })
    first.hear((start) => heard.push(start))
    second.tell({ argv: ['main', '报告.zhenggao'], workingDirectory: '/b' })
    for (let waited = 0; heard.length < 2 && waited < 5000; waited += 50) await pause(50)
    expect(heard).toEqual([
      { argv: ['before'], workingDirectory: '/a' },
      { argv: ['main', '报告.zhenggao'], workingDirectory: '/b' },
    ])
    expect(readdirSync(join(folder, 'second-starts'))).toEqual([])
  })

  it('is free again after the first has ended', () => {
    const folder = scratchFolder()
    const first = lockOf(folder)
    first.take()
    first.release()
    expect(readdirSync(folder)).toEqual(['second-starts'])
    expect(lockOf(folder).take()).toBe(true)
  })

  it('is taken from a dead program and from a broken lock, never from a living one', () => {
    const folder = scratchFolder()
    const lock = join(folder, 'instance.lock')
    const { pid } = spawnSync('true')
    for (const content of [JSON.stringify({ pid, started: '' }), '', '{"pid":']) {
      writeFileSync(lock, content)
      const mine = lockOf(folder)
      expect(mine.take()).toBe(true)
      mine.release()
    }
    const living = spawn('sleep', ['30'])
    writeFileSync(lock, JSON.stringify({ pid: living.pid, started: '' }))
    expect(lockOf(folder).take()).toBe(false)
    living.kill()
  })

  it('does not stumble over a note that is no note', () => {
    const folder = scratchFolder()
    const lock = lockOf(folder)
    lock.take()
    writeFileSync(join(folder, 'second-starts', '1.json'), 'x')
    writeFileSync(join(folder, 'second-starts', '2.json'), '{"argv":[1,"a"]}')
    const heard: SecondStart[] = []
    lock.hear((start) => heard.push(start))
    expect(heard).toEqual([{ argv: ['a'], workingDirectory: '' }])
  })
})
