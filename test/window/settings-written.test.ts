import { expect, test } from 'vitest'
import { called, controller, inStillTime, pass, start } from '../support/session-window.ts'

inStillTime()

test('settings are written once a change rests', async () => {
  await start()
  for (let width = 200; width < 260; width += 10) controller.changeSettings({ outlineWidth: width })
  await pass(1000)
  expect(called('saveSettings').map(({ request }) => request)).toMatchObject([{ outlineWidth: 250 }])
})
