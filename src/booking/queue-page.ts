import { html } from 'hono/html'
import type { PublicQueue } from './queue-store.ts'

/** Words of the page, in the language of whoever shows it. */
export interface QueueWords {
  title: string
  day: string
  serving: string
  waiting: string
  nobody: string
}

/** The part of the page that changes: the numbers being served, big, and those who wait. */
export const numbers = ({ serving, waiting }: Pick<PublicQueue, 'serving' | 'waiting'>, words: QueueWords) => html`
<h2>${words.serving}</h2>
<p class="now">${serving.length === 0 ? words.nobody : serving.map((label) => html`<b>${label}</b> `)}</p>
<h2>${words.waiting}</h2>
<p class="next">${waiting.length === 0 ? words.nobody : waiting.map((label) => html`<span>${label}</span> `)}</p>`

/** The screen of a desk. Without a script it loads itself anew every twenty seconds. */
export const queuePage = (queue: PublicQueue, words: QueueWords) => html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="stylesheet" href="/antrean/layar.css">
<noscript><meta http-equiv="refresh" content="20"></noscript>
<script src="/antrean/layar.js" defer></script>
</head>
<body>
<header><h1>${words.title}</h1><p>${words.day}</p></header>
<main id="numbers" aria-live="polite">${numbers(queue, words)}</main>
</body>
</html>`

export const STYLE = `
body { margin: 0; padding: 3vmin; font-family: system-ui, sans-serif; background: #fff; color: #111; text-align: center }
h1 { font-size: 6vmin; margin: 0 }
header p { font-size: 4vmin; margin: 0 }
h2 { font-size: 5vmin; font-weight: normal; margin: 4vmin 0 0; color: #333 }
p { margin: 0 }
.now b { display: inline-block; margin: 0 2vmin; font-size: 26vmin; line-height: 1.1; color: #064e3b }
.next { font-size: 9vmin }
.next span { display: inline-block; margin: 0 2vmin }
`

export const SCRIPT = `
const numbers = document.getElementById('numbers')
new EventSource(location.pathname + '/events').onmessage = ({ data }) => { numbers.innerHTML = data }
`
