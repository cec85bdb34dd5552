// Loaded before a program, it makes the day's time noon in West Sumatra, when people may be written to.

const RealDate = Date
const NOON = 5 * 3_600_000
const DAY = 24 * 3_600_000
const ahead = NOON - (RealDate.now() % DAY)

globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length > 0 ? given : [RealDate.now() + ahead]) as [number]))
  }
  static override now(): number {
    return RealDate.now() + ahead
  }
} as DateConstructor
