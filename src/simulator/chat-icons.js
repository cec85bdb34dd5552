// @ts-check
/** Drawn on a grid of 24 with one pen; `d` of each path. */
const drawings = {
  menu: ['M12 5a.7.7 0 1 0 .01 0', 'M12 11.3a.7.7 0 1 0 .01 0', 'M12 17.6a.7.7 0 1 0 .01 0'],
  sliders: ['M4 8h9', 'M19 8h1', 'M4 16h1', 'M11 16h9', 'M16 5.5v5', 'M8 13.5v5'],
  close: ['M6 6l12 12', 'M18 6 6 18'],
  send: ['M5 12h13', 'M12.5 6 18.5 12l-6 6'],
  check: ['M5 12.5 10 17.5 19 7'],
  attach: [
    'M18.5 11.5 11.8 18.2a4 4 0 0 1-5.7-5.7l7.3-7.3a2.7 2.7 0 0 1 3.8 3.8l-7.2 7.2a1.3 1.3 0 0 1-1.9-1.9l6.3-6.3',
  ],
  slash: [
    'M7 3.5h10A3.5 3.5 0 0 1 20.5 7v10a3.5 3.5 0 0 1-3.5 3.5H7A3.5 3.5 0 0 1 3.5 17V7A3.5 3.5 0 0 1 7 3.5',
    'M13.5 8l-3 8',
  ],
  keyboard: ['M4.5 5.5h6v5h-6z', 'M13.5 5.5h6v5h-6z', 'M4.5 13.5h6v5h-6z', 'M13.5 13.5h6v5h-6z'],
  reply: ['M9.5 6 4.5 11l5 5', 'M5 11h8a6 6 0 0 1 6 6v1'],
  pen: ['M5 19l1-4L15.5 5.5l3 3L9 18z', 'M13.5 7.5l3 3'],
  bell: [
    'M6 16.5c1.2-1.2 1.5-2.5 1.5-5.5a4.5 4.5 0 0 1 9 0c0 3 .3 4.3 1.5 5.5z',
    'M10.3 19.3c.9 1 2.5 1 3.4 0',
    'M12 4v2.5',
  ],
  lock: ['M6.5 11h11v8.5h-11z', 'M9 11V8.5a3 3 0 0 1 6 0V11'],
  open: ['M9 6h9v9', 'M18 6 7 17'],
  phone: [
    'M7 4.5h3l1.3 4-2 1.5a11 11 0 0 0 4.7 4.7l1.5-2 4 1.3v3c0 1-.8 1.7-1.7 1.6C10.6 18 6 13.4 5.4 6.2 5.3 5.3 6 4.5 7 4.5z',
  ],
  file: ['M7 3.5h6.5L18 8v12.5H7z', 'M13 4v4.5h4.5'],
  image: ['M4 5.5h16v13H4z', 'M4.5 16l4.5-4.5 3.5 3.5 2.5-2.5 4.5 4', 'M15.5 9v.01'],
  smile: [
    'M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4',
    'M8.5 14c1.7 2.5 5.3 2.5 7 0',
    'M9 9.5v.01',
    'M15 9.5v.01',
  ],
  block: ['M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4', 'M6.5 6.5l11 11'],
  pin: ['M12 20.5c-4-4.3-6-7.4-6-10.2a6 6 0 0 1 12 0c0 2.8-2 5.9-6 10.2z', 'M12 8a2.2 2.2 0 1 0 .01 0'],
  down: ['M12 5v13', 'M6.5 12.5 12 18l5.5-5.5'],
  plus: ['M12 5v14', 'M5 12h14'],
  download: ['M12 4.5v10', 'M7.5 10.5 12 15l4.5-4.5', 'M5 19h14'],
}

const namespace = 'http://www.w3.org/2000/svg'

/** @typedef {keyof typeof drawings} IconName */

/**
 * A decoration in the colour of the text; what it means is said by the label of its button.
 * @param {IconName} name
 */
export function icon(name) {
  const svg = picture(
    '0 0 24 24',
    drawings[name].map((d) => ({ d })),
  )
  svg.setAttribute('class', 'icon')
  return svg
}

/** The one sticker people have here: a house with horns on its roof, smiling. */
export function stickerPicture() {
  const svg = picture('0 20 120 88', [
    { d: 'M10 30c12 18 28 26 50 26s38-8 50-26c-2 20-9 31-20 37v33H30V67C19 61 12 50 10 30z', part: 'outline' },
    { d: 'M30 64h60v36H30z', part: 'wall' },
    { d: 'M10 30c12 18 28 26 50 26s38-8 50-26c-2 20-9 31-20 37H30C19 61 12 50 10 30z', part: 'roof' },
    { d: 'M48 76v3M72 76v3', part: 'eye' },
    { d: 'M51 86c4 6 14 6 18 0', part: 'mouth' },
    { d: 'M39 86h2M79 86h2', part: 'cheek' },
  ])
  svg.setAttribute('class', 'sticker')
  return svg
}

/**
 * @param {string} viewBox
 * @param {{ d: string, part?: string }[]} paths
 */
function picture(viewBox, paths) {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', viewBox)
  svg.setAttribute('aria-hidden', 'true')
  for (const { d, part } of paths) {
    const path = document.createElementNS(namespace, 'path')
    path.setAttribute('d', d)
    if (part) path.setAttribute('class', part)
    svg.append(path)
  }
  return svg
}
