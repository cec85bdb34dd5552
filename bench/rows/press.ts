import { openHome, openItem, openPapers } from '../../src/checklist/buttons.ts'
import { type Act, presses, says } from '../acts.ts'
import { inMs, playing, type Row } from '../bench.ts'
import { serveDampingi, serveEcho } from '../bots.ts'
import { figureOf, median, ratios, short } from '../figure.ts'
import { itemOf, type Owner, openBenchCycle, registerOwners } from '../people.ts'
import { interleaved } from '../rounds.ts'

const subject = {
  id: 'press',
  what: 'a press that shows a screen ÷ an echo',
  unit: '×',
  target: { atMost: 5 },
}

/** Owners look at what is asked of them, at one paper, and go back, as often as told. */
const looksAround = (owners: readonly Owner[], times: number): Act[] =>
  owners.flatMap((owner) =>
    Array.from({ length: times }, () => [
      presses(owner.chat, openPapers.with({}), /NIB/),
      presses(owner.chat, openItem.with({ itemId: itemOf(owner, 'nib') }), /NIB/),
      presses(owner.chat, openHome.with({}), /Rendang/),
    ]).flat(),
  )

const echoes = (owners: readonly Owner[], times: number): Act[] =>
  owners.flatMap(({ chat }) => Array.from({ length: times }, () => says(chat, 'Apa kabar?', /Apa kabar/)))

export const press: Row = async ({ server, wire, rounds, quick }) => {
  const dampingi = await serveDampingi(await server.freshDatabase('press'), wire)
  const echo = await serveEcho(wire)
  await openBenchCycle(dampingi.rt)
  const owners = await registerOwners(dampingi.rt, quick ? 20 : 40, 1000)
  const lonely = owners.slice(0, quick ? 10 : 20)
  const costs = await interleaved(
    {
      echo: playing(wire, echo, { acts: () => echoes(owners, 12) }),
      press: playing(wire, dampingi, { acts: () => looksAround(owners, 4) }),
      echoAlone: playing(wire, echo, { acts: () => echoes(lonely, 6), atOnce: 1 }),
      pressAlone: playing(wire, dampingi, { acts: () => looksAround(lonely, 2), atOnce: 1 }),
    },
    rounds,
  )
  await echo.stop()
  await dampingi.stop()
  const alone = short(median(ratios(costs.pressAlone, costs.echoAlone)))
  const detail = `${inMs(median(costs.press))} against ${inMs(median(costs.echo))} of the echo, for the list of papers, one of them, and the way back, in turns. With one person at a time, when nothing can be done for several at once, it is ${alone}×.`
  return [figureOf(subject, ratios(costs.press, costs.echo), detail)]
}
