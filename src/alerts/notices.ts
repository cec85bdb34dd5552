import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { dossierId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { personId } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import { localDate, localDay } from '../platform/time.ts'
import type { Alert } from './alert.ts'
import { alertsIn, alertWith, officersOn } from './alert-store.ts'
import { listsOf } from './lists.ts'
import { type AlertId, alertId } from './rules.ts'
import { businessOf, isStillTheirs } from './store.ts'
import * as views from './views.ts'

const about = z.object({
  alertId: alertId(),
  /** When the office closes on the day it was to be told. */
  until: z.iso.datetime(),
})
const untilClosing = ({ until }: { until: string }): Date => new Date(until)

async function load(
  db: Database,
  id: AlertId,
  isWanted: (alert: Alert) => boolean,
): Promise<views.AlertFacts | undefined> {
  const alert = await alertWith(db, id)
  if (!alert || alert.subject.frozen || !isWanted(alert)) return undefined
  return { alert, catalogue: await catalogueOf(db.reader, alert.catalogueVersion) }
}

/** Tells at once what may not wait for the next morning; it shows who took it since. */
export const alertUrgent = defineNotice({
  kind: 'alert-urgent',
  data: about,
  priority: 1,
  worth: untilClosing,
  load: (db, { alertId }) => load(db, alertId, ({ closedAt }) => closedAt === undefined),
  render: views.urgent,
})

/** Asks whoever took an alert how it goes; nothing when it is over, or somebody else's. */
export const alertAsked = defineNotice({
  kind: 'alert-asked',
  data: about,
  worth: untilClosing,
  load: (db, { alertId }) => load(db, alertId, ({ closedAt }) => closedAt === undefined),
  render: views.asked,
})

/** Tells whoever took an alert that its cause is gone. */
export const alertGone = defineNotice({
  kind: 'alert-gone',
  data: about,
  worth: untilClosing,
  load: (db, { alertId }) => load(db, alertId, ({ outcome }) => outcome === 'gone'),
  render: views.gone,
})

/** Tells somebody that a colleague handed an alert to them. */
export const alertHandedOver = defineNotice({
  kind: 'alert-handed-over',
  data: about,
  worth: untilClosing,
  load: (db, { alertId }) => load(db, alertId, ({ closedAt }) => closedAt === undefined),
  render: views.handedOver,
})

/** What is stuck this morning, for one penyuluh. */
export const morningDigest = defineNotice({
  kind: 'digest',
  data: z.object({ personId: personId(), day: localDay(), until: z.iso.datetime() }),
  worth: untilClosing,
  async load(db, { personId, day }) {
    const officers = await officersOn(db.reader, day)
    const now = new Date(`${day}T08:15:00+07:00`)
    const alerts = listsOf(await alertsIn(db, undefined), officers, now).get(personId) ?? []
    return alerts.length === 0 ? undefined : { alerts, now, me: personId, today: localDate(now) }
  },
  render: views.digest,
})

/** Reminds an owner, kindly; nothing when they did something since, or it is somebody else's turn. */
export const ownerNudged = defineNotice({
  kind: 'nudge',
  data: z.object({ dossierId: dossierId(), since: z.iso.datetime(), count: z.int() }),
  async load(db, { dossierId, since, count }) {
    if (!(await isStillTheirs(db.reader, dossierId, new Date(since)))) return undefined
    const business = await businessOf(db.reader, dossierId)
    return business && { ...business, count }
  },
  render: views.nudge,
})

/** Suggests a desk to an owner whose dossier is stuck. */
export const deskSuggested = defineNotice({
  kind: 'desk-suggested',
  data: z.object({ dossierId: dossierId() }),
  load: (db, { dossierId }) => businessOf(db.reader, dossierId),
  render: views.deskSuggested,
})
