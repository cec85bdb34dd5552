// pdfkit, because it is still looked after and breaks lines and pages itself; pdf-lib has had no release since 2021. It
// takes 30 MB, so a process that prints nothing does not load it.

/** A table on paper: what stands above it, and how wide its columns are, in shares of the page. */
export interface PaperTable {
  title: string
  lines: readonly string[]
  columns: readonly { name: string; share: number }[]
  rows: readonly (readonly string[])[]
  /** For eyes that read no small print. */
  large?: boolean
}

/** A card to be cut out: what it says, and a QR code beside it, as its squares. */
export interface PaperCard {
  title: string
  lines: readonly string[]
  squares: readonly (readonly boolean[])[]
}

const PAGE = { size: 'A4', layout: 'landscape', margin: 36, bufferPages: true } as const
const ROW = { padding: 5, least: 26 }
/** Sizes of type, in points. */
const [USUAL, LARGE] = [10, 15]

/** Draws a table as a PDF to be printed and written on, its head on every page. */
export async function tablePdf(table: PaperTable): Promise<Uint8Array> {
  return drawn({ ...PAGE, info: { Title: table.title } }, (paper) => {
    const size = table.large ? LARGE : USUAL
    paper
      .font('Helvetica-Bold')
      .fontSize(size * 1.6)
      .text(printable(table.title))
    paper.font('Helvetica').fontSize(size)
    for (const line of table.lines) paper.text(printable(line))
    paper.moveDown()
    drawRows(paper, table)
    numberPages(paper)
  })
}

const CARD = { columns: 2, rows: 4, padding: 14, code: 112 }

/** Draws cards on upright pages, eight to a page, with lines to cut along. */
export async function cardsPdf(title: string, cards: readonly PaperCard[]): Promise<Uint8Array> {
  const options = { size: 'A4', margin: 28, bufferPages: true, info: { Title: title } } as const
  return drawn(options, (paper) => {
    const { left, right, top, bottom } = paper.page.margins
    const width = (paper.page.width - left - right) / CARD.columns
    const height = (paper.page.height - top - bottom) / CARD.rows
    for (const [index, card] of cards.entries()) {
      const place = index % (CARD.columns * CARD.rows)
      if (index > 0 && place === 0) paper.addPage()
      const x = left + (place % CARD.columns) * width
      const y = top + Math.floor(place / CARD.columns) * height
      paper.rect(x, y, width, height).dash(3, { space: 3 }).stroke().undash()
      drawCard(paper, card, { x: x + CARD.padding, y: y + CARD.padding, width: width - 2 * CARD.padding })
    }
  })
}

function drawCard(
  paper: PDFKit.PDFDocument,
  { title, lines, squares }: PaperCard,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  drawCode(paper, squares, x, y)
  const beside = { width: width - CARD.code - 12, height: 150, ellipsis: true }
  paper.font('Helvetica-Bold').fontSize(11)
  paper.text(printable(title), x + CARD.code + 12, y + 4, { ...beside, height: 44 })
  paper.font('Helvetica').fontSize(9)
  paper.text(printable(lines.join('\n')), x + CARD.code + 12, paper.y + 4, beside)
}

function drawCode(paper: PDFKit.PDFDocument, squares: PaperCard['squares'], x: number, y: number): void {
  const side = CARD.code / squares.length
  for (const [row, each] of squares.entries()) {
    for (const [column, isDark] of each.entries()) {
      if (isDark) paper.rect(x + column * side, y + row * side, side, side)
    }
  }
  paper.fill('black')
}

/** Makes a document, has it drawn on, and gives its bytes. */
async function drawn(
  options: PDFKit.PDFDocumentOptions,
  draw: (paper: PDFKit.PDFDocument) => void,
): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit')
  const paper = new PDFDocument(options)
  const chunks: Uint8Array[] = []
  paper.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    paper.on('end', () => resolve(Buffer.concat(chunks)))
    paper.on('error', reject)
  })
  draw(paper)
  paper.end()
  return whole
}

function drawRows(paper: PDFKit.PDFDocument, { columns, rows, large }: PaperTable): void {
  const { left, right, bottom } = paper.page.margins
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const width = paper.page.width - left - right
  const widths = columns.map(({ share }) => (width * share) / total)
  let y = paper.y

  function drawRow(cells: readonly string[], font: string): void {
    paper.font(font).fontSize(large ? LARGE : USUAL)
    const texts = cells.map((cell, index) => ({ text: printable(cell), width: (widths[index] ?? 0) - 2 * ROW.padding }))
    const tallest = Math.max(...texts.map(({ text, width }) => paper.heightOfString(text, { width })))
    const height = Math.max(ROW.least, tallest + 2 * ROW.padding)
    if (y + height > paper.page.height - bottom - 14) {
      paper.addPage()
      y = paper.page.margins.top
      if (font === 'Helvetica') drawHead()
      paper.font(font).fontSize(large ? LARGE : USUAL)
    }
    let x = left
    for (const [index, { text, width }] of texts.entries()) {
      paper.rect(x, y, widths[index] ?? 0, height).stroke()
      paper.text(text, x + ROW.padding, y + ROW.padding, { width })
      x += widths[index] ?? 0
    }
    y += height
  }
  const drawHead = (): void =>
    drawRow(
      columns.map(({ name }) => name),
      'Helvetica-Bold',
    )
  drawHead()
  for (const row of rows) drawRow(row, 'Helvetica')
}

function numberPages(paper: PDFKit.PDFDocument): void {
  const { count } = paper.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    paper.switchToPage(page)
    const { left, right, bottom } = paper.page.margins
    paper.font('Helvetica').fontSize(8)
    // Above the margin, or the line would begin a page of its own.
    paper.text(`${page + 1} / ${count}`, left, paper.page.height - bottom - 10, {
      width: paper.page.width - left - right,
      align: 'right',
      lineBreak: false,
    })
  }
}

/** The fonts that every PDF reader has know the letters of Latin 1; any other becomes a question mark. */
const printable = (text: string): string => text.normalize('NFC').replace(/[^\n\x20-\x7e\xa0-\xff]/gu, '?')
