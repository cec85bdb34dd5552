import { says } from '../acts.ts'
import { answersAll, beginsItem, emptyItems } from '../answers.ts'
import { inMs, play, playing, type Row } from '../bench.ts'
import { serveDampingi, serveEcho } from '../bots.ts'
import { figureOf, median, ratios } from '../figure.ts'
import { itemOf, type Owner, openBenchCycle, registerOwners } from '../people.ts'
import { interleaved } from '../rounds.ts'

const ITEM = 'profil_usaha'
const QUESTIONS = 5

const subject = {
  id: 'answer',
  what: 'an answer that changes the dossier ÷ an echo',
  unit: '×',
  target: { atMost: 10 },
}

export const answer: Row = async ({ server, wire, rounds, quick }) => {
  const dampingi = await serveDampingi(await server.freshDatabase('answer'), wire)
  const echo = await serveEcho(wire)
  await openBenchCycle(dampingi.rt)
  const owners = await registerOwners(dampingi.rt, quick ? 30 : 60, 1000)
  const itemIn = (owner: Owner) => itemOf(owner, ITEM)
  const costs = await interleaved(
    {
      echo: playing(wire, echo, {
        acts: () => owners.flatMap(({ chat }) => Array.from({ length: 6 }, () => says(chat, 'Apa kabar?', /kabar/))),
      }),
      answer: playing(wire, dampingi, {
        async before() {
          await emptyItems(dampingi.rt, owners.map(itemIn))
          await play(
            wire,
            dampingi,
            owners.map((owner) => beginsItem(owner, itemIn(owner), QUESTIONS)),
          )
        },
        acts: () => owners.flatMap((owner) => answersAll(owner, QUESTIONS)),
      }),
    },
    rounds,
  )
  await echo.stop()
  await dampingi.stop()
  const detail = `${inMs(median(costs.answer))} against ${inMs(median(costs.echo))} of the echo. The answer is typed, one of five about the business; it is kept, and the next question is shown.`
  return [figureOf(subject, ratios(costs.answer, costs.echo), detail)]
}
