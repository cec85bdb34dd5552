import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { translator } from '../platform/i18n/translator.ts'
import { tablePdf } from '../platform/pdf.ts'
import { localDay } from '../platform/time.ts'
import { paperOf } from './day-paper.ts'
import { paper, paperTable } from './paper-views.ts'
import { dayId } from './rules.ts'
import { numberVisits } from './visit-number-store.ts'
import { lockDay, visitsOf } from './visit-store.ts'

/** Brings the list of a day to those who run its desk, made when it is sent; nothing when the day was moved. */
export const dayPaper = defineNotice({
  kind: 'day-paper',
  data: z.object({ dayId: dayId(), day: localDay() }),
  async load(db, { dayId, day: date }) {
    const made = await db.transaction(async (tx) => {
      const day = await lockDay(tx, dayId)
      if (day?.day !== date) return undefined
      await numberVisits(tx, dayId, 'fixed')
      return paperOf(day, await visitsOf(tx, dayId))
    })
    // A paper is passed from hand to hand, so it is in the language of the office.
    return made && { day: made.day, bytes: await tablePdf(paperTable(translator('id'), made)) }
  },
  render: paper,
})
