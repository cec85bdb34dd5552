import { confirmParagraph, openItem } from '../../src/checklist/buttons.ts'
import { type Act, presses, says } from '../acts.ts'
import { answersAll, beginsItem, emptyItems } from '../answers.ts'
import { inMs, playing, type Row } from '../bench.ts'
import { serveDampingi } from '../bots.ts'
import { requirementId, saveCatalogue } from '../catalogues.ts'
import { figureOf, median, ratios, short } from '../figure.ts'
import { itemOf, type Owner, openBenchCycle, registerOwners } from '../people.ts'
import { interleaved } from '../rounds.ts'
import { buttons, serveUsualBot } from '../usual-bot.ts'

const ITEMS = 40
const SHORT = 8
const QUESTIONS = 2
/** A walk is long, so one is enough to warm up. */
const ROUNDS = { warmUps: 1, measured: 5 }
const QUICK_ROUNDS = { warmUps: 0, measured: 2 }

const subject = {
  id: 'usual-way',
  what: `a walk of ${ITEMS} items ÷ the same in one long conversation`,
  unit: '×',
  target: { atMost: 1 / 5 },
}

/** Opens an item, begins it, answers its questions and confirms: five acts with either bot. */
const walks = (owner: Owner, items: number): Act[] =>
  Array.from({ length: items }, (_, at) => {
    const itemId = itemOf(owner, requirementId(at))
    return [
      presses(owner.chat, openItem.with({ itemId }), new RegExp(`Hal ke-${at + 1}\\b`)),
      beginsItem(owner, itemId, QUESTIONS),
      ...answersAll(owner, QUESTIONS),
      presses(owner.chat, confirmParagraph.with({ itemId }), /./),
    ]
  }).flat()

const walksTheUsualWay = (owner: Owner, items: number): Act[] => [
  says(owner.chat, '/start', /Hal ke-1\b/),
  ...Array.from({ length: items }, (_, at) => [
    presses(owner.chat, buttons.open, new RegExp(`Hal ke-${at + 1}\\b`)),
    presses(owner.chat, buttons.begin, new RegExp(`^1 dari ${QUESTIONS}\\.`)),
    ...answersAll(owner, QUESTIONS),
    presses(owner.chat, buttons.confirm, /terkirim/),
  ]).flat(),
]

export const usualWay: Row = async ({ server, wire, quick }) => {
  const dampingi = await serveDampingi(await server.freshDatabase('walk'), wire)
  const usual = await serveUsualBot(await server.freshDatabase('usual'), wire, ITEMS, QUESTIONS)
  const shortUsual = await serveUsualBot(await server.freshDatabase('usual_short'), wire, SHORT, QUESTIONS)
  const { rt } = dampingi
  await saveCatalogue(rt, ITEMS, QUESTIONS)
  await openBenchCycle(rt)
  const owners = await registerOwners(rt, quick ? 2 : 4, 1000)
  const before = () =>
    emptyItems(
      rt,
      owners.flatMap((owner) => [...owner.items.values()]),
    )
  const walking = (items: number) => ({
    before,
    acts: () => owners.flatMap((owner) => walks(owner, items)),
    per: owners.length,
  })
  const walkingTheUsualWay = (items: number) => ({
    acts: () => owners.flatMap((owner) => walksTheUsualWay(owner, items)),
    per: owners.length,
  })
  const costs = await interleaved(
    {
      usual: playing(wire, usual, walkingTheUsualWay(ITEMS)),
      dampingi: playing(wire, dampingi, walking(ITEMS)),
      shortUsual: playing(wire, shortUsual, walkingTheUsualWay(SHORT)),
      shortDampingi: playing(wire, dampingi, walking(SHORT)),
    },
    quick ? QUICK_ROUNDS : ROUNDS,
  )
  for (const bot of [usual, shortUsual, dampingi]) await bot.stop()
  const few = short(median(ratios(costs.shortDampingi, costs.shortUsual)))
  const detail = `${inMs(median(costs.dampingi))} for the whole walk against ${inMs(median(costs.usual))} in \`bench/usual-bot.ts\`: five acts for each item, three presses and two answers in words, four people at a time. What the usual way costs grows with every act; over the first ${SHORT} items alone it is ${few}×.`
  return [figureOf(subject, ratios(costs.dampingi, costs.usual), detail)]
}
