import { type Figure, isMet, short, type Target } from './figure.ts'

// Figures as people read them: in a terminal and in docs/figures.md. Pure.

const HEADINGS = ['id', 'value', 'target', 'met', 'rounds', 'what']

const bound = (target: Target, unit: string): string =>
  'atMost' in target ? `≤ ${target.atMost}${unit}` : `≥ ${target.atLeast}${unit}`

const measured = ({ value, unit }: Figure): string => `${short(value)}${unit}`

function cells(figure: Figure): string[] {
  const { id, what, unit, target, spread } = figure
  const rounds = spread.map(short).join(' – ')
  return [id, measured(figure), bound(target, unit), isMet(figure) ? '✓' : '✗', rounds, what]
}

/** A table for a terminal, its columns below each other. */
export function plainTable(figures: readonly Figure[]): string {
  const lines = [HEADINGS, ...figures.map(cells)]
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** What the figures were taken on and with. */
export interface Circumstances {
  day: string
  command: string
  machine: string
  node: string
  postgres: string
  /** The machine's load average before it began: what else went on. */
  load: string
}

const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`

/** The page docs/figures.md, whole. */
export function figuresPage(figures: readonly Figure[], about: Circumstances): string {
  const { day, command, machine, node, postgres, load } = about
  const missed = figures.filter((figure) => !isMet(figure))
  return `# Figures

Made by \`${command}\` on ${day}; not written by hand. ${machine}, Node ${node}, PostgreSQL ${postgres}; load average before the run ${load}.

${line(HEADINGS)}
${line(HEADINGS.map(() => '---'))}
${figures.map((figure) => line(cells(figure))).join('\n')}

## Missed

${missed.length === 0 ? 'None.' : missed.map(missedSentence).join('\n')}

## What each is made of

${figures.map(({ id, detail }) => `- **${id}**: ${detail}`).join('\n')}

${METHOD}`
}

const missedSentence = (figure: Figure): string =>
  `- **${figure.id}** is ${measured(figure)} where ${bound(figure.target, figure.unit)} was wanted.`

const METHOD = `## How it is measured

- Costs are CPU time of the bot's process, user and system, from \`process.cpuUsage\`: all of its threads, so garbage
  collection and compilation too. What PostgreSQL and Telegram spend in processes of their own is not in it.
- Telegram is a stand-in in another process: it brings every update by webhook, eight people at a time, answers every call
  with what Telegram would say, and fails the run when an answer is not the one expected. The bots reach it over HTTP on
  this machine, without TLS, which would cost all of them the same per call.
- The echo is \`bot.on('message:text', (ctx) => ctx.reply(ctx.message.text))\` behind grammY's own webhook adapter, on the
  same web server. It keeps nothing; everything Dampingi does beyond that counts against it.
- Baseline and subject take turns, round by round, in one process, after rounds that only warm up. A value is the
  median of the rounds, and the ratio is made within each round.
- Starts and memory are those of \`src/main.ts\`, polling \`src/telegram.ts\` in another process, without npm around it. A
  person wrote before the start; it ends when they have their answer. The first embedded start begins from the
  template that the installation made. Memory is the resident set some seconds after that answer.
- For answers during a broadcast the stand-in keeps to the limits as the simulator does, and the bot to its pace. Somebody
  writes every 200 ms; a wait is from the moment the update is brought to the moment the answer is there.
- PostgreSQL runs on the same machine with its default settings, so commits are durable.
`
