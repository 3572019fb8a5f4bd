// Everything that the other scripts need before they can begin. Runs under Node 20.19 without any package.
import { checkNode, continueUnderOwnNode } from './lib/own-node.mjs'
import { installPackages } from './lib/packages.mjs'

/** Afterwards the packages are there and the script goes on under the Node that they bring. */
export function setUp(script) {
  checkNode()
  installPackages()
  continueUnderOwnNode(script)
}
