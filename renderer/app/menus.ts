/** Entries of the menus: command ids, `-` a line, a list a submenu whose first word is its name. */
export type MenuEntry = string | { name: string; entries: readonly string[] }

export interface MenuList {
  name: string
  entries: readonly MenuEntry[]
}

export const menus: readonly MenuList[] = [
  {
    name: 'file',
    entries: [
      'newReport',
      'open',
      'openSample',
      '-',
      'save',
      'saveAs',
      'versions',
      '-',
      'properties',
      'export',
      'exportCheckSheet',
      'print',
      '-',
      'closeReport',
    ],
  },
  {
    name: 'edit',
    entries: [
      'undo',
      'redo',
      'repeat',
      '-',
      'cut',
      'copy',
      'paste',
      'pasteText',
      'selectAll',
      '-',
      'find',
      'replace',
      'goTo',
      '-',
      'moveSectionUp',
      'moveSectionDown',
    ],
  },
  {
    name: 'view',
    entries: [
      'toggleOutline',
      'togglePanel',
      '-',
      'zoomIn',
      'zoomOut',
      'zoomFull',
      'zoomFit',
      '-',
      { name: 'theme', entries: ['theme.system', 'theme.light', 'theme.dark', '-', 'whitePage'] },
      { name: 'language', entries: ['language.zh-CN', 'language.zh-TW', 'language.en'] },
    ],
  },
  {
    name: 'insert',
    entries: [
      {
        name: 'paragraphs',
        entries: ['heading.1', 'heading.2', 'heading.3', 'heading.4', 'paragraph', '-', 'salutation', 'title'],
      },
      { name: 'lists', entries: ['list.ordinal', 'list.decimal', 'list.circled', 'list.dash'] },
      '-',
      'table',
      'note',
      'pageBreak',
    ],
  },
  {
    name: 'indicators',
    entries: [
      'insertIndicator',
      'linkFigure',
      'linkAll',
      'figureSource',
      '-',
      'showLedger',
      'showIndicators',
      '-',
      'showPrior',
      'addPrior',
    ],
  },
  {
    name: 'tools',
    entries: [
      'proofread',
      'nextFinding',
      'previousFinding',
      'exportCheckSheet',
      '-',
      'addPrior',
      'count',
      '-',
      'commands',
      'settings',
    ],
  },
  { name: 'help', entries: ['help', 'openSample', '-', 'dataPlace', 'about'] },
]
