/** 显示标记的最终状态, 最终状态, 显示标记的原始状态, 原始状态, 简单标记: how revisions are drawn. */
export const marksViews = ['all', 'final', 'originalMarks', 'original', 'simple'] as const
export type MarksView = (typeof marksViews)[number]

/** What was inserted is not seen there, so that nothing could be written. */
export const isOriginal = (view: MarksView): boolean => view === 'original' || view === 'originalMarks'
