import { z } from 'zod'
import { type BotContext, defineQuestion } from '../people/context.ts'
import type { Result } from '../platform/result.ts'
import type { Answer, Outcome } from '../platform/telegram/ask.ts'
import { readMoment } from './moment.ts'
import { placesOf } from './place-store.ts'
import { type Attachment, type Broadcast, type BroadcastId, broadcastId } from './rules.ts'
import { changeDraft, countOf, saveAudience, setUrgent } from './service.ts'
import type { DraftChange } from './store.ts'
import type { TextMistake } from './text.ts'
import * as views from './views.ts'

const about = { broadcastId: broadcastId() }

/** The draft on the screen, or why it is not changed. */
export async function draftOutcome(
  ctx: BotContext,
  outcome: Result<Broadcast, 'not-yours' | 'gone' | TextMistake> | undefined,
): Promise<Outcome> {
  const { rt, t } = ctx
  if (!outcome) return { screen: views.refused(t, 'not-yours') }
  if (outcome.ok) {
    const broadcast = outcome.value
    const [count, places] = [await countOf(rt, broadcast), await placesOf(rt.db)]
    return { screen: views.draft(t, { broadcast, count, places }) }
  }
  const { reason } = outcome
  if (reason === 'not-yours' || reason === 'gone') return { screen: views.refused(t, reason) }
  return { screen: views.mistaken(t, reason), again: true }
}

const change = async (ctx: BotContext, id: BroadcastId, wanted: DraftChange): Promise<Outcome> =>
  draftOutcome(ctx, ctx.actor && (await changeDraft(ctx.rt, ctx.actor, id, wanted)))

/** One photo or PDF; anything else is no attachment. */
function attachmentIn({ file }: Answer): Attachment | 'unfit' | undefined {
  if (!file) return undefined
  if (file.album !== undefined) return 'unfit'
  const isPdf = file.mime === 'application/pdf'
  return file.kind === 'photo' || isPdf ? { fileId: file.fileId, kind: file.kind } : 'unfit'
}

/** The words, formatted as they are to be read, with a photo or PDF if there is one. */
export const words = defineQuestion('cast-words', about, {
  takesFiles: true,
  takesAnything: true,
  prompt: async ({ t }) => ({ text: t('cast-words-ask', { name: '{nama}', region: '{wilayah}', zone: '{zona}' }) }),
  take: async (ctx, answer, { broadcastId }) => {
    const attachment = attachmentIn(answer)
    if (attachment === 'unfit') return { screen: { text: ctx.t('cast-file-unfit') }, again: true }
    const html = answer.html ?? ''
    if (html === '' && !attachment) return { screen: { text: ctx.t('cast-text-empty') }, again: true }
    return change(ctx, broadcastId, { ...(html === '' ? {} : { words: html }), ...(attachment ? { attachment } : {}) })
  },
})

const LABEL = 40

/** A link: what its button says, and where it leads. */
export const link = defineQuestion('cast-link', about, {
  takesAnything: true,
  prompt: async ({ t }) => ({ text: t('cast-link-ask') }),
  take: async (ctx, { text = '' }, { broadcastId }) => {
    const [, label = '', url = ''] = /^(.*?)\s+(https:\/\/\S+)$/s.exec(text.trim()) ?? []
    const isFit = label.trim() !== '' && label.length <= LABEL && !label.includes('\n') && URL.canParse(url)
    if (!isFit) return { screen: { text: ctx.t('cast-link-wrong') }, again: true }
    return change(ctx, broadcastId, { button: { kind: 'link', label: label.trim(), url } })
  },
})

/** When it is to begin, or from when on it must not go out. */
export const time = defineQuestion(
  'cast-time',
  { ...about, which: z.enum(['begin', 'end']) },
  {
    prompt: async ({ t }, { which }) => ({ text: t(`cast-time-${which}`) }),
    take: async (ctx, { text = '' }, { broadcastId, which }) => {
      const at = readMoment(text)
      if (!at) return { screen: { text: ctx.t('cast-time-wrong') }, again: true }
      if (at <= ctx.rt.clock.now()) return { screen: { text: ctx.t('cast-time-past') }, again: true }
      return change(ctx, broadcastId, which === 'begin' ? { sendAt: at } : { expiresAt: at })
    },
  },
)

const LONGEST_REASON = 200

/** Why a broadcast may not wait for the morning. */
export const urgentReason = defineQuestion('cast-night', about, {
  takesAnything: true,
  prompt: async ({ t }) => ({ text: t('cast-night-ask') }),
  take: async (ctx, { text = '' }, { broadcastId }) => {
    const reason = text.replace(/\s+/g, ' ').trim()
    if (reason.length < 5 || reason.length > LONGEST_REASON)
      return { screen: { text: ctx.t('cast-night-wrong') }, again: true }
    return draftOutcome(ctx, ctx.actor && (await setUrgent(ctx.rt, ctx.actor, broadcastId, reason)))
  },
})

/** What an audience is to be called. */
export const audienceName = defineQuestion('cast-keep', about, {
  takesAnything: true,
  prompt: async ({ t }) => ({ text: t('cast-keep-ask') }),
  take: async (ctx, { text = '' }, { broadcastId }) => {
    const name = text.replace(/\s+/g, ' ').trim()
    if (name === '' || name.length > LABEL) return { screen: { text: ctx.t('cast-keep-wrong') }, again: true }
    return draftOutcome(ctx, ctx.actor && (await saveAudience(ctx.rt, ctx.actor, broadcastId, name)))
  },
})
