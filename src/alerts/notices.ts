import { z } from 'zod'
import { defineNotice } from '../delivery/notice.ts'
import { dossierId } from '../dossier/rules.ts'
import { catalogueOf } from '../dossier/store.ts'
import { personId } from '../people/rules.ts'
import type { Database } from '../platform/db.ts'
import { localDate } from '../platform/time.ts'
import type { Alert } from './alert.ts'
import { alertsIn, alertWith } from './alert-store.ts'
import { regionsFor } from './escalation.ts'
import * as lists from './list-views.ts'
import { listSince } from './lists.ts'
import { turnsIn } from './look.ts'
import { officersOn } from './officer-store.ts'
import { type AlertId, alertId, isUrgent } from './rules.ts'
import { businessOf, factsOf } from './store.ts'
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

/** Somebody's list, as it was to be told at a moment. */
const listed = z.object({ personId: personId(), at: z.iso.datetime(), until: z.iso.datetime() })

async function loadList(
  db: Database,
  { personId, at }: z.output<typeof listed>,
  isWanted: (alert: Alert) => boolean,
): Promise<lists.ListFacts | undefined> {
  const now = new Date(at)
  const officers = await officersOn(db.reader, localDate(now))
  const reader = officers.find(({ id }) => id === personId)
  if (!reader) return undefined
  const listed = (open: Alert[]) => listSince(personId, open, officers, now).filter(isWanted)
  const own = listed(await alertsIn(db, regionsFor(reader)))
  // Whoever steps in for a region of nobody's has nothing in their own.
  const alerts = own.length > 0 ? own : listed(await alertsIn(db, undefined))
  return alerts.length === 0 ? undefined : { alerts, me: personId, today: localDate(now) }
}

/** Tells at once what may not wait for the next morning, all of it in one message; it shows who took what since. */
export const alertUrgent = defineNotice({
  kind: 'alert-urgent',
  data: listed,
  priority: 1,
  worth: untilClosing,
  load: (db, data) => loadList(db, data, ({ reason }) => isUrgent(reason)),
  render: lists.urgent,
})

/** What is stuck this morning, for one penyuluh. */
export const morningDigest = defineNotice({
  kind: 'digest',
  data: listed,
  worth: untilClosing,
  load: (db, data) => loadList(db, data, () => true),
  render: lists.digest,
})

/** Reminds an owner, kindly; nothing when they did something since, or it is somebody else's turn. */
export const ownerNudged = defineNotice({
  kind: 'nudge',
  data: z.object({ dossierId: dossierId(), since: z.iso.datetime(), count: z.int(), at: z.iso.datetime() }),
  async load(db, { dossierId, since, count, at }) {
    const [seen] = await factsOf(db.reader, [dossierId], new Date(at))
    if (!seen) return undefined
    const { turn } = turnsIn(seen, await catalogueOf(db.reader, seen.catalogueVersion), new Date(at))
    if (turn.actor !== 'owner' || turn.since.toISOString() !== since) return undefined
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
