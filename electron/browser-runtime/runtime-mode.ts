import process from 'node:process'

/**
 * Read by the browser runtime alone, never by the program:
 * ZHENGGAO_HEADLESS=1 draws no window (tests, machines without a screen);
 * ZHENGGAO_DEBUG_PORT=0 lets a test connect to the browser, the port is in `DevToolsActivePort` of the profile;
 * ZHENGGAO_DIALOG_ANSWERS=FILE holds a JSON list from which each file dialog takes the first path (null: cancelled).
 */
export const runtimeMode = {
  headless: process.env['ZHENGGAO_HEADLESS'] === '1',
  debugPort: process.env['ZHENGGAO_DEBUG_PORT'],
  dialogAnswers: process.env['ZHENGGAO_DIALOG_ANSWERS'],
}
