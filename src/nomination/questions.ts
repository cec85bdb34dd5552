import { type BotContext, defineQuestion } from '../people/context.ts'
import { allRegions } from '../people/store.ts'
import { translator } from '../platform/i18n/translator.ts'
import { download } from '../platform/telegram/download.ts'
import type { Screen } from '../platform/telegram/screen.ts'
import { writeWorkbook } from '../platform/workbook.ts'
import { type LookedThrough, lookThrough } from './list-service.ts'
import { reportSheet } from './report-views.ts'
import * as views from './views.ts'

/** The list of the dinas, as a file. */
export const listFile = defineQuestion(
  'nomination-list',
  {},
  {
    takesFiles: true,
    prompt: async ({ t }) => views.listAsk(t),
    take: async (ctx, { file }) => {
      const { rt, actor, t } = ctx
      if (!file || !actor) return { screen: { text: t('list-not-file') }, again: true }
      const bytes = await download(ctx, ctx.fetchFile, file)
      if (typeof bytes === 'string') return { screen: { text: t(`refused-${bytes}`) }, again: true }
      const outcome = await lookThrough(rt, actor, bytes)
      if (outcome.ok) return { screen: await reportOf(ctx, outcome.value) }
      const { reason } = outcome
      const again = reason === 'not-yours' || reason === 'no-cycle' ? {} : { again: true as const }
      return { screen: views.refused(t, reason), ...again }
    },
  },
)

/** The file is the dinas' own, so it is in Indonesian whatever the admin reads. */
async function reportOf({ rt, t }: BotContext, looked: LookedThrough): Promise<Screen> {
  const names = new Map<string, string>((await allRegions(rt.db.reader)).map(({ code, name }) => [code, name]))
  const regionName = (code: string): string => names.get(code) ?? code
  const bytes = await writeWorkbook([reportSheet(translator('id'), looked.steps, regionName)])
  return views.report(t, looked, regionName, bytes)
}
