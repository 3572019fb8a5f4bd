import { registerHooks } from 'node:module'

/**
 * `node --import ./electron/browser-runtime/register.ts electron/main.ts`: from here on `electron` is the stand-in that
 * draws its windows with the computer's own Chromium, for the program and for its dependencies.
 */
const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context)
  },
})
