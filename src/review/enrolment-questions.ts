import { type BotContext, defineQuestion } from '../people/context.ts'
import { regionsOf } from '../people/rules.ts'
import { allRegions } from '../people/store.ts'
import { nameRefused } from '../people/views.ts'
import type { Outcome } from '../platform/telegram/ask.ts'
import { download } from '../platform/telegram/download.ts'
import { type Enrolment, type EnrolmentId, enrolmentId, isWhole, nextEnrolStep } from './enrolment.ts'
import * as service from './enrolment-service.ts'
import * as views from './enrolment-views.ts'

const notYours = ({ t }: BotContext): Outcome => ({ screen: { text: t('decide-not-yours') } })

/** Straight on to what an enrolment still lacks, or to be confirmed. */
export async function enrolOn(ctx: BotContext, enrolment: Enrolment): Promise<Outcome> {
  const { t, actor } = ctx
  const { id } = enrolment
  if (enrolment.made) return { screen: views.enrolled(t, enrolment) }
  if (isWhole(enrolment)) return { screen: views.confirmAsk(t, enrolment) }
  switch (nextEnrolStep(enrolment)) {
    case 'owner':
      return { next: enrolOwner.with({ enrolmentId: id }) }
    case 'business':
      return { next: enrolBusiness.with({ enrolmentId: id }) }
    case 'region': {
      const theirs = actor && regionsOf(actor, 'officer')
      const regions = (await allRegions(ctx.rt.db.reader)).filter(({ code }) => !theirs || theirs.includes(code))
      return { screen: views.regionAsk(t, enrolment, regions) }
    }
    case 'commodity':
      return { screen: views.productAsk(t, enrolment) }
    default:
      return { next: enrolForm.with({ enrolmentId: id }) }
  }
}

async function enrolmentOf({ rt, actor }: BotContext, id: EnrolmentId): Promise<Enrolment | undefined> {
  const read = actor && (await service.readEnrolment(rt, actor, id))
  return read?.ok && !read.value.made ? read.value : undefined
}

const enrolOwner = defineQuestion(
  'enrol-owner',
  { enrolmentId: enrolmentId() },
  {
    prompt: async (ctx, { enrolmentId: id }) => ((await enrolmentOf(ctx, id)) ? views.ownerAsk(ctx.t, id) : undefined),
    take: async (ctx, { text }, { enrolmentId: id }) => {
      if (!ctx.actor) return notYours(ctx)
      const outcome = await service.nameOwner(ctx.rt, ctx.actor, id, text ?? '')
      if (outcome.ok) return enrolOn(ctx, outcome.value)
      return outcome.reason === 'not-yours'
        ? notYours(ctx)
        : { screen: nameRefused(ctx.t, outcome.reason), again: true }
    },
  },
)

const enrolBusiness = defineQuestion(
  'enrol-business',
  { enrolmentId: enrolmentId() },
  {
    prompt: async (ctx, { enrolmentId: id }) => {
      const enrolment = await enrolmentOf(ctx, id)
      return enrolment && views.businessAsk(ctx.t, enrolment)
    },
    take: async (ctx, { text }, { enrolmentId: id }) => {
      if (!ctx.actor) return notYours(ctx)
      const outcome = await service.nameBusiness(ctx.rt, ctx.actor, id, text ?? '')
      if (outcome.ok) return enrolOn(ctx, outcome.value)
      const { reason } = outcome
      return reason === 'not-yours'
        ? notYours(ctx)
        : { screen: { text: ctx.t(`business-name-${reason}`) }, again: true }
    },
  },
)

export const enrolForm = defineQuestion(
  'enrol-form',
  { enrolmentId: enrolmentId() },
  {
    takesFiles: true,
    prompt: async (ctx, { enrolmentId: id }) => {
      const enrolment = await enrolmentOf(ctx, id)
      return enrolment && views.formAsk(ctx.t, enrolment)
    },
    take: async (ctx, { file }, { enrolmentId: id }) => {
      if (!ctx.actor) return notYours(ctx)
      if (!file) return { screen: { text: ctx.t('enrol-form-not-file') }, again: true }
      const bytes = await download(ctx, ctx.fetchFile, file)
      if (typeof bytes === 'string') return { screen: { text: ctx.t(`refused-${bytes}`) }, again: true }
      const outcome = await service.noteForm(ctx.rt, ctx.actor, id, { fileId: file.fileId, kind: file.kind }, bytes)
      if (outcome.ok) return enrolOn(ctx, outcome.value)
      const { reason } = outcome
      return reason === 'not-yours' ? notYours(ctx) : { screen: { text: ctx.t(`refused-${reason}`) }, again: true }
    },
  },
)
