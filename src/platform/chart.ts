import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

// Pictures of figures. satori sets the type and makes outlines of it, so that no font need be installed where the bot runs;
// sharp makes the picture. Both are loaded with the first picture.

/** A bar: its name, its length, and what stands behind it. */
export interface Bar {
  label: string
  value: number
  /** What the whole bar stands for; without it the longest one of its part. */
  of?: number
  /** What stands at its end, such as "12 dari 46". */
  note: string
}

/** A picture of bars under headings. */
export interface Chart {
  title: string
  subtitle: string
  parts: readonly { title: string; bars: readonly Bar[] }[]
}

const WIDTH = 900
const PAD = 40
const LABEL = 290
const LENGTH = 240
const [TITLE, PART, LINE] = [96, 62, 40]
const INK = { text: '#1d2b36', soft: '#5b6b78', track: '#e6ecf0', paper: '#ffffff' }
const COLOURS = ['#00695c', '#c2571a', '#1f5fa8', '#7a4a9e']

/** Draws a chart as PNG. */
export async function drawChart(chart: Chart): Promise<Uint8Array> {
  const [{ default: satori }, { default: sharp }, fonts] = await Promise.all([
    import('satori'),
    import('sharp'),
    loadFonts(),
  ])
  const height = heightOf(chart)
  const svg = await satori(page(chart) as Parameters<typeof satori>[0], { width: WIDTH, height, fonts })
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}

/** In pixels; satori does not grow a picture by itself. */
const heightOf = ({ parts }: Chart): number =>
  2 * PAD + TITLE + parts.reduce((sum, { bars }) => sum + PART + bars.length * LINE, 0)

type Style = Record<string, string | number>
const box = (style: Style, ...children: unknown[]) => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
})
/** One line that ends in dots when it is too long. */
const line = (text: string, style: Style) =>
  box({ overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis', display: 'block', ...style }, text)

const page = ({ title, subtitle, parts }: Chart) =>
  box(
    { flexDirection: 'column', width: '100%', height: '100%', padding: PAD, background: INK.paper, color: INK.text },
    box(
      { flexDirection: 'column', height: TITLE },
      line(title, { fontSize: 36, fontWeight: 700 }),
      line(subtitle, { fontSize: 20, color: INK.soft }),
    ),
    ...parts.map((part, at) => bars(part, COLOURS[at % COLOURS.length] ?? INK.text)),
  )

function bars(part: Chart['parts'][number], colour: string) {
  const longest = Math.max(1, ...part.bars.map(({ value }) => value))
  return box(
    { flexDirection: 'column' },
    box({ height: PART, alignItems: 'center' }, line(part.title, { fontSize: 24, fontWeight: 700 })),
    ...part.bars.map((bar) =>
      box(
        { height: LINE, alignItems: 'center', fontSize: 20 },
        line(bar.label, { width: LABEL }),
        box(
          { width: LENGTH, height: 22, background: INK.track, borderRadius: 6 },
          box({
            width: Math.round(LENGTH * Math.min(1, bar.value / (bar.of || longest))),
            height: 22,
            background: colour,
            borderRadius: 6,
          }),
        ),
        line(bar.note, { paddingLeft: 14, fontWeight: 700 }),
      ),
    ),
  )
}

const FONTS = {
  400: import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff'),
  700: import.meta.resolve('@fontsource/inter/files/inter-latin-700-normal.woff'),
}

async function loadFonts() {
  const load = async (weight: keyof typeof FONTS) => {
    return { name: 'Inter', weight, data: await readFile(fileURLToPath(FONTS[weight])) }
  }
  return Promise.all([load(400), load(700)])
}
