import type { PaperKind } from './catalogue.ts'
import type { BusinessId, OwnBusiness, UnsortedId } from './rules.ts'

// Files that came unasked, and what their sender is asked about them, one after the other.

/** A file in the tray. */
export interface TrayFile {
  id: UnsortedId
  kind: PaperKind
  /** Where its bytes are. */
  storageKey: string
  /** Telegram's name for files sent together. */
  album: string | undefined
  /** Whether the album is one paper; undefined until its sender says. */
  together: boolean | undefined
  businessId: BusinessId | undefined
}

/** Files that are answered for together: one, or an album that is not known to be several papers. */
export type TrayUnit = [TrayFile, ...TrayFile[]]

/** The tray as units, in the order of their first file. */
export function unitsOf(files: readonly TrayFile[]): TrayUnit[] {
  const units = new Map<string, TrayUnit>()
  for (const file of files) {
    const key = file.album === undefined || file.together === false ? `file ${file.id}` : `album ${file.album}`
    units.set(key, [...(units.get(key) ?? []), file] as TrayUnit)
  }
  return [...units.values()]
}

/** What is asked about a unit next: whether it is one paper, whose it is, which paper it is. */
export function questionAbout(unit: TrayUnit, businesses: readonly OwnBusiness[]): 'together' | 'business' | 'paper' {
  const [{ together, businessId }] = unit
  if (unit.length > 1 && together === undefined) return 'together'
  return businessId === undefined && businesses.length > 1 ? 'business' : 'paper'
}
