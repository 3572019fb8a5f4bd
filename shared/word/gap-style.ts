/** Name of the paragraph style for lines that are hardly seen: between tables, and around a page break that may go again. */
export const gapStyle = '政稿表后'
