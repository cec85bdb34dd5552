import { z } from 'zod'

// A version of the requirements: one row of checked JSON. A dossier names its version, so a new one changes no open file.

export const commodities = ['makanan_minuman', 'kain_tenun', 'kain_batik', 'anyaman', 'gerabah'] as const
export type Commodity = (typeof commodities)[number]
export const commodity = () => z.enum(commodities)

/** Kinds of file by their bytes, never by their name. */
const paperKinds = ['jpeg', 'png', 'pdf'] as const
export type PaperKind = (typeof paperKinds)[number]

const bothLanguages = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })

const requirement = z.strictObject({
  id: z.string().regex(/^[a-z_]{2,24}$/),
  kind: z.literal('document'),
  section: z.enum(['legalitas', 'sentra', 'produk', 'khusus_komoditas', 'pasar', 'manajemen', 'masyarakat']),
  level: z.enum(['wajib', 'wajib_bersyarat', 'dinilai', 'pendukung']),
  stage: z.enum(['administrasi', 'penilaian']),
  preparedBy: z.enum(['pemilik', 'dinas_kabkota']),
  leadTime: z.enum(['same_day', 'days', 'weeks', 'months']),
  commodities: z.array(commodity()).min(1),
  accepts: z.array(z.enum(paperKinds)).min(1),
  /** Shows a person's identity: protected wherever it is shown to somebody else. */
  identity: z.boolean(),
  name: bothLanguages,
  explain: bothLanguages,
  issuer: bothLanguages,
  howToGet: bothLanguages,
  mistakes: z.array(bothLanguages),
})

export type Requirement = z.output<typeof requirement>

export const catalogue = z.strictObject({
  version: z.number().int().positive(),
  requirements: z
    .array(requirement)
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two requirements have the same id'),
})

export type Catalogue = z.output<typeof catalogue>

/** What is asked of a business, in the catalogue's own order. */
export const requirementsFor = ({ requirements }: Catalogue, wanted: Commodity): Requirement[] =>
  requirements.filter((each) => each.commodities.includes(wanted))

/** The requirement of an item. A catalogue never loses one that a dossier of its version has. */
export function requirementOf({ requirements, version }: Catalogue, id: string): Requirement {
  const found = requirements.find((each) => each.id === id)
  if (!found) throw new Error(`catalogue ${version} has no ${id}`)
  return found
}
