import type { Refusal, RefusalReason } from '../../shared/desktop/results.ts'

/** What the system's error numbers mean to somebody who wants a file written or read. */
const reasons: Record<string, RefusalReason> = {
  EFBIG: 'tooLarge',
  ENOSPC: 'noSpaceLeft',
  EDQUOT: 'noSpaceLeft',
  EACCES: 'noPermission',
  EPERM: 'noPermission',
  EROFS: 'readOnlyMedium',
  EBUSY: 'fileInUse',
  ETXTBSY: 'fileInUse',
  ENAMETOOLONG: 'nameTooLong',
  EISDIR: 'nameTaken',
  EEXIST: 'nameTaken',
  ENOENT: 'notFound',
  ENOTDIR: 'notFound',
  ELOOP: 'linkLoop',
  ENODEV: 'mediumGone',
  ENXIO: 'mediumGone',
  ESTALE: 'mediumGone',
}

export function refusalOf(error: unknown): Refusal {
  const code = errorCode(error)
  const detail = error instanceof Error ? error.message : String(error)
  return { reason: reasons[code ?? ''] ?? 'ioError', detail }
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
