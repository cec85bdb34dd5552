import type { OverlayOptions } from 'sharp'

/** What stands in one place of a contact sheet: a picture, or a file that cannot be seen. */
export type Tile = { picture: Uint8Array } | { sign: 'pdf' | 'other' }

const TILE = 220
const GAP = 12
const COLUMNS = 3
const PAPER = '#eef2f5'
/** No photo of a paper has more; a picture that claims more is not opened. */
const MOST_PIXELS = 60_000_000

/**
 * A sheet of small numbered pictures, as JPEG: at most nine, three in a row, numbered from 1. The first one is framed,
 * because it is the one being asked about.
 */
export async function contactSheet(tiles: readonly Tile[]): Promise<Uint8Array> {
  const columns = Math.min(COLUMNS, tiles.length)
  const rows = Math.ceil(tiles.length / COLUMNS)
  const placed = await Promise.all(tiles.map((tile, at) => place(tile, at)))
  const sharp = await loadSharp()
  return sharp({ create: { width: sideOf(columns), height: sideOf(rows), channels: 3, background: '#ffffff' } })
    .composite(placed.flat())
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** It takes 22 MB, so it is loaded with the first picture. */
const loadSharp = async () => (await import('sharp')).default

const sideOf = (count: number): number => GAP + count * (TILE + GAP)

async function place(tile: Tile, at: number): Promise<OverlayOptions[]> {
  const left = sideOf(at % COLUMNS)
  const top = sideOf(Math.floor(at / COLUMNS))
  return [
    { input: await small(tile), left, top },
    { input: Buffer.from(badge(at + 1, at === 0)), left, top },
  ]
}

/** A picture in its tile, the right way up and whole; one that cannot be opened shows as a sheet of paper. */
async function small(tile: Tile): Promise<Buffer> {
  if (!('picture' in tile)) return Buffer.from(sheetOfPaper(tile.sign))
  const sharp = await loadSharp()
  try {
    return await sharp(tile.picture, { failOn: 'none', limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize(TILE, TILE, { fit: 'contain', background: PAPER })
      .flatten({ background: PAPER })
      .png()
      .toBuffer()
  } catch {
    return Buffer.from(sheetOfPaper('other'))
  }
}

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE}" height="${TILE}" viewBox="0 0 ${TILE} ${TILE}">${inside}</svg>`

const sheetOfPaper = (sign: 'pdf' | 'other'): string =>
  svg(`<rect width="${TILE}" height="${TILE}" fill="${PAPER}"/>
    <path d="M65 40h66l24 24v116H65z" fill="#ffffff" stroke="#9fb0bd" stroke-width="3"/>
    <path d="M131 40v24h24" fill="none" stroke="#9fb0bd" stroke-width="3"/>
    ${[95, 112, 129].map((y) => `<path d="M80 ${y}h60" stroke="#c9d4dc" stroke-width="5"/>`).join('')}
    <rect x="65" y="150" width="90" height="30" fill="${sign === 'pdf' ? '#c0392b' : '#2d7d9a'}"/>`)

/** Digits as rows of three dots, top to bottom: a machine without fonts can draw them too. */
const DIGITS = [
  '111101101101111',
  '010110010010111',
  '111001111100111',
  '111001111001111',
  '101101111001001',
  '111100111001111',
  '111100111101111',
  '111001001010010',
  '111101111101111',
  '111101111001111',
]
const DOT = 8

function badge(number: number, isFramed: boolean): string {
  const dots = [...(DIGITS[number % DIGITS.length] ?? '')].flatMap((dot, at) =>
    dot === '1'
      ? [`<rect x="${10 + (at % 3) * DOT}" y="${8 + Math.floor(at / 3) * DOT}" width="${DOT}" height="${DOT}"/>`]
      : [],
  )
  const frame = `<rect x="4" y="4" width="${TILE - 8}" height="${TILE - 8}" fill="none" stroke="#f39c12" stroke-width="8"/>`
  return svg(
    `${isFramed ? frame : ''}<rect width="44" height="56" fill="#1b2b38"/><g fill="#ffffff">${dots.join('')}</g>`,
  )
}
