/** OpenCC's table of traditional characters with their usual simplified one: `並 并|係 系|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const characters: string
  export default characters
}
