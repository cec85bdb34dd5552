import { deflateSync } from 'node:zlib'

// Papers for the tests, made here byte by byte: small, valid, and as many different ones as a test wants.

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

const crc = (bytes: Buffer): number => {
  let c = 0xffffffff
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc(body), body.length + 4)
  return framed
}

/** A PNG of one colour; another `shade` (0 to 255) makes another file. */
export function png(shade = 200, side = 8): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.concat(
    Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(side, shade)])),
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF with nothing on its one page; `locked` makes one that asks for a password. */
export function pdf(locked = false): Buffer {
  const trailer = locked ? '<< /Root 1 0 R /Size 4 /Encrypt 3 0 R >>' : '<< /Root 1 0 R /Size 4 >>'
  return Buffer.from(
    `%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\ntrailer ${trailer}\n%%EOF\n`,
  )
}

/** A ZIP of these files, packed without compression. */
function zipOf(files: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt32LE(crc(content), 10)
    header.writeUInt32LE(content.length, 14)
    header.writeUInt32LE(content.length, 18)
    header.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(42)
    header.copy(entry, 2)
    entry.writeUInt32LE(Buffer.concat(parts).length, 38)
    parts.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), content)
    directory.push(Buffer.from('PK\x01\x02'), entry, Buffer.from(name))
  }
  const [body, list] = [Buffer.concat(parts), Buffer.concat(directory)]
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length / 3, 4)
  end.writeUInt16LE(directory.length / 3, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(body.length, 12)
  return Buffer.concat([body, list, Buffer.from('PK\x05\x06'), end])
}

const office = (kind: string, parts: string[]): Buffer =>
  zipOf({
    '[Content_Types].xml': `<Override ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/>`,
    ...Object.fromEntries(parts.map((name) => [name, '<xml/>'])),
  })

export const zip = (): Buffer => zipOf({ 'katalog.txt': 'rendang' })
export const docx = (): Buffer => office('wordprocessingml.document', ['word/document.xml'])
export const xlsx = (): Buffer => office('spreadsheetml.sheet', ['xl/workbook.xml'])
/** A document with a program in it. */
export const docm = (): Buffer => office('wordprocessingml.document', ['word/document.xml', 'word/vbaProject.bin'])
export const mp4 = (): Buffer => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08mdat', 'latin1')
