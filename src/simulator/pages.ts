import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** What the page must know before its first byte; everything else arrives as events. */
export interface ChatPageFacts {
  forward: boolean
  plug: boolean
  troubles: boolean
  note: string | undefined
}

const words = {
  title: 'Dampingi · simulator',
  name: 'Dampingi',
  kind: 'simulator',
  clock: 'Jam di dalam simulator',
  forward: 'Majukan jam',
  hour: '+1 jam',
  day: '+1 hari',
  eight: 'Besok 08.00',
  plug: 'Cabut bot',
  newPerson: 'Orang baru',
  controls: 'Jam, bot, dan orang baru',
  troubles: 'Gangguan',
  troublesHint: 'Yang dipilih mengenai panggilan bot berikutnya, satu kali kecuali disebut lain.',
  disarm: 'Hapus semua gangguan',
  people: 'Siapa yang terlihat',
  phones: 'Percakapan',
  script: 'Halaman ini memerlukan JavaScript.',
}

/** The faults one can ask for, in the server's names for them. */
const troubles = {
  error: 'Telegram menjawab 502, tiga kali',
  'cut-before': 'Sambungan putus sebelum sampai',
  'cut-after': 'Sampai, tetapi jawabannya hilang',
  slow: 'Jawaban lambat 10 detik',
  'lost-updates': 'Kiriman pesan masuk hilang, lalu diulang',
  duplicate: 'Pesan berikutnya datang dua kali',
  jump: 'Nomor pembaruan melompat mundur',
  revoked: 'Token bot dicabut',
}

const styles = ['', '-bar', '-troubles', '-table', '-phone', '-bubble', '-media', '-composer', '-dialog'].map(
  (part) => `chat${part}.css`,
)

const clockButtons = html`<div class="steps" role="group" aria-label="${words.forward}">
  <button type="button" data-step="hour">${words.hour}</button>
  <button type="button" data-step="day">${words.day}</button>
  <button type="button" data-step="eight">${words.eight}</button>
</div>`

const plugSwitch = html`<button type="button" class="plug" id="plug" aria-pressed="false"><span class="lamp"></span><span
  id="plug-label">${words.plug}</span></button>`

const troublePanel = html`<details class="troubles" id="troubles"><summary>${words.troubles}</summary>
  <div class="troubles-panel">
    <p>${words.troublesHint}</p>
    <div class="troubles-choice" role="group" aria-label="${words.troubles}">
      ${Object.entries(troubles).map(
        ([name, label]) => html`<button type="button" data-fault="${name}">${label}</button>`,
      )}
      <button type="button" id="limits" aria-pressed="false"><span id="limits-label"></span></button>
    </div>
    <div role="status"><p id="limits-count"></p><p id="armed-title"></p><ul id="armed"></ul></div>
    <button type="button" data-fault="none" id="disarm" hidden>${words.disarm}</button>
  </div>
</details>`

const bar = (facts: ChatPageFacts) => html`<header class="bar">
  <div class="brand">
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" /><path
      d="M5 9c3 4.4 6.6 6.3 11 6.3S24 13.4 27 9c-.6 5-2.3 7.7-5 9v6.5H10V18c-2.7-1.3-4.4-4-5-9z" /></svg>
    <div>
      <h1>${words.name} <span>${words.kind}</span></h1>
      ${facts.note ? html`<p>${facts.note}</p>` : ''}
    </div>
  </div>
  <p class="clock" aria-label="${words.clock}"><time id="clock"><span id="clock-day">&nbsp;</span><b
    id="clock-time">&nbsp;</b></time></p>
  <button type="button" class="icon-button more" id="more" aria-expanded="false" aria-controls="controls"
    aria-label="${words.controls}"></button>
  <div class="controls" id="controls">
    ${facts.forward ? clockButtons : ''}
    ${facts.plug ? plugSwitch : ''}
    ${facts.troubles ? troublePanel : ''}
    <button type="button" class="new-person" id="new-person">${words.newPerson}</button>
    ${facts.note ? html`<p>${facts.note}</p>` : ''}
  </div>
</header>`

/** The empty house: bar, row of people and room for the phones. The script moves in and fills it. */
export const chatPage = (facts: ChatPageFacts): HtmlEscapedString | Promise<HtmlEscapedString> => html`<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
  <meta name="color-scheme" content="light dark">
  <title>${words.title}</title>
  <link rel="icon" href="assets/chat-mark.svg" type="image/svg+xml">
  ${styles.map((name) => html`<link rel="stylesheet" href="assets/${name}">`)}
  <script type="module" src="assets/chat.js"></script>
</head>
<body>
  ${bar(facts)}
  <nav class="people" id="people" aria-label="${words.people}"></nav>
  <div class="banners" id="banners" role="status"></div>
  <main class="phones" id="phones" aria-label="${words.phones}"></main>
  <noscript><p class="script-off">${words.script}</p></noscript>
</body>
</html>
`
