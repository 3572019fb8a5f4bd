/** `element('button', { className: 'primary', onclick }, '打开')`: properties, `aria-…` and `role` as attributes. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Record<string, unknown> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') made.setAttribute(name, String(value))
    else Reflect.set(made, name, value)
  }
  made.append(...children)
  return made
}
