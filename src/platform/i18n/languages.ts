/** The languages the bot speaks; the first is the one it begins with. */
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]
