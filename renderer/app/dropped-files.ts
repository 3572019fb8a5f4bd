import type { WindowController } from './controller.ts'

/** A file dropped anywhere on the window is opened; dropped text stays the page's own business. */
export function listenForFiles(controller: WindowController): () => void {
  const over = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault()
  }
  const drop = (event: DragEvent): void => {
    if (!hasFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    const file = event.dataTransfer?.files[0]
    if (file) void openFile(controller, file)
  }
  window.addEventListener('dragover', over, true)
  window.addEventListener('drop', drop, true)
  return () => {
    window.removeEventListener('dragover', over, true)
    window.removeEventListener('drop', drop, true)
  }
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

async function openFile(controller: WindowController, file: File): Promise<void> {
  await controller.opening.openBytes(file.name, new Uint8Array(await file.arrayBuffer()))
}
