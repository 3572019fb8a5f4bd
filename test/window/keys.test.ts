import { describe, expect, test } from 'vitest'
import { commands, keyOfCommand, keysOf, commandOf } from '../../renderer/app/commands.ts'
import { isShortcut, keyOf } from '../../renderer/app/keys.ts'

const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  [{ key: 's', code: 'KeyS', ctrlKey: true }, 'Ctrl+S'],
  [{ key: 'S', code: 'KeyS', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+S'],
  [{ key: 'F8', code: 'F8', shiftKey: true }, 'Shift+F8'],
  [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true, shiftKey: true }, 'Alt+Shift+Up'],
  [{ key: '¡', code: 'Digit1', ctrlKey: true, altKey: true }, 'Ctrl+Alt+1'],
  [{ key: 'z', code: 'KeyY', ctrlKey: true }, 'Ctrl+Z'], // a German keyboard
  [{ key: 'ы', code: 'KeyS', ctrlKey: true }, 'Ctrl+S'], // a Russian one
  [{ key: '0', code: 'Numpad0', ctrlKey: true }, 'Ctrl+0'],
  [{ key: 's', code: 'KeyS', metaKey: true }, 'Ctrl+S'],
  [{ key: 'Shift', code: 'ShiftLeft', shiftKey: true }, ''],
])('%o is %s', (event, key) => {
  expect(keyOf({ ...held, ...event })).toBe(key)
})

describe('keys in force', () => {
  test('no two commands have the same default', () => {
    const keys = commands.flatMap(({ key, otherKey }) => [key, otherKey].filter((one) => one !== undefined))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test('no default types a character or belongs to an input method', () => {
    expect([...keysOf({}).keys()].filter((key) => !isShortcut(key))).toEqual([])
  })

  test('those of WPS and Word', () => {
    const keys = keysOf({})
    const expected = {
      'Ctrl+N': 'newReport',
      'Ctrl+O': 'open',
      'Ctrl+S': 'save',
      F12: 'saveAs',
      'Ctrl+P': 'print',
      'Ctrl+Z': 'undo',
      'Ctrl+Y': 'redo',
      'Ctrl+F': 'find',
      'Ctrl+H': 'replace',
      'Ctrl+G': 'goTo',
      F5: 'goTo',
      F4: 'repeat',
      F7: 'proofread',
      F8: 'nextFinding',
      'Shift+F8': 'previousFinding',
      'Ctrl+Shift+G': 'count',
      'Ctrl+Shift+P': 'commands',
      'Ctrl+Enter': 'pageBreak',
      F6: 'nextPane',
      F1: 'help',
      'Ctrl+0': 'zoomFull',
    }
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, keys.get(key)?.id]))).toEqual(expected)
  })

  test('an own key replaces the default, which is free again', () => {
    const own = { proofread: 'Ctrl+Shift+K' }
    expect(keysOf(own).get('Ctrl+Shift+K')?.id).toBe('proofread')
    expect(keysOf(own).has('F7')).toBe(false)
    expect(keyOfCommand(commandOf('proofread'), own)).toBe('Ctrl+Shift+K')
  })

  test('an own key that is another command’s default wins', () => {
    expect(keysOf({ count: 'F7' }).get('F7')?.id).toBe('count')
  })

  test('a cleared key does nothing', () => {
    expect(keysOf({ proofread: '' }).has('F7')).toBe(false)
    expect(keysOf({ proofread: '' }).has('')).toBe(false)
  })
})
