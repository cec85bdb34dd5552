import type { Composer, Middleware } from 'grammy'
import type { z } from 'zod'
import type { Codec } from '../platform/telegram/button.ts'
import type { BotContext } from './context.ts'

type Values<F extends Record<string, z.ZodType>> = { [Name in keyof F]: z.output<F[Name]> }

/** Handles presses of one kind of button. What cannot be read falls through to the answer for expired buttons. */
export function press<C extends BotContext, F extends Record<string, z.ZodType>>(
  composer: Composer<C>,
  button: Codec<F>,
  handler: (ctx: C, values: Values<F>, next: () => Promise<void>) => Promise<void>,
): void {
  composer.use((ctx, next) => {
    const data = ctx.callbackQuery?.data
    const values = data === undefined ? undefined : button.read(data)
    return values ? handler(ctx, values, next) : next()
  })
}

/** Handles `t.me/<bot>?start=…` links of one kind. */
export function opened<C extends BotContext, F extends Record<string, z.ZodType>>(
  composer: Composer<C>,
  link: Codec<F>,
  handler: (ctx: C, values: Values<F>, next: () => Promise<void>) => Promise<void>,
): void {
  const middleware: Middleware<C> = async (ctx, next) => {
    const payload = /^\/start (\S+)$/.exec(ctx.message?.text ?? '')?.[1]
    const values = payload === undefined ? undefined : link.read(payload)
    if (values) await handler(ctx, values, next)
    else await next()
  }
  composer.use(middleware)
}
