/** A QR code as a PNG that phones read from a screen and from paper. */
export async function qrPicture(text: string): Promise<Uint8Array> {
  const { toBuffer } = await import('qrcode') // loaded with the first ticket, because it takes 8 MB
  return toBuffer(text, { width: 480, margin: 3 })
}

/** The same as squares, dark or light, row by row: to be drawn where a picture would be large and slow. */
export async function qrSquares(text: string): Promise<boolean[][]> {
  const { create } = await import('qrcode')
  const { size, data } = create(text, {}).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
  )
}
