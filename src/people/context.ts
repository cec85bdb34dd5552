import type { Context } from 'grammy'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Once } from '../platform/remembering.ts'
import { type AskFlavor, questionsFor } from '../platform/telegram/ask.ts'
import type { FetchFile } from '../platform/telegram/download.ts'
import type { Runtime } from '../runtime.ts'
import type { Actor, Speaker } from './rules.ts'

/** What every handler is given: the update, the runtime, who speaks, and the words in their language. */
export type BotContext = Context &
  AskFlavor & {
    rt: Runtime
    /** What this update read already, until it changes something. */
    once: Once
    fetchFile: FetchFile
    speaker: Speaker
    actor: Actor | undefined
    t: Translate
  }

/** The context of somebody who agreed, or who works here. */
export type KnownContext = BotContext & { actor: Actor }

export const { defineQuestion, asking } = questionsFor<BotContext>()
