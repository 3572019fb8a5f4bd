/** The entry of a note below the text, ready to be written in. */
export function focusNote(id: string): void {
  document.querySelector<HTMLTextAreaElement>(`[data-note-entry="${CSS.escape(id)}"] textarea`)?.focus()
}
