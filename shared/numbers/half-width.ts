/** Full-width digits and signs in the form that is matched, one unit for one unit: １２．５％ → 12.5%. */
export function halfWidth(text: string): string {
  if (!/[０-９．％﹪Ａ-Ｚａ-ｚ]/.test(text)) return text
  return text.replace(/[０-９．％﹪Ａ-Ｚａ-ｚ]/g, (character) => {
    if (character === '﹪') return '%'
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  })
}
