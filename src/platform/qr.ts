/** A QR code as a PNG that phones read from a screen and from paper. */
export async function qrPicture(text: string): Promise<Uint8Array> {
  const { toBuffer } = await import('qrcode') // loaded with the first ticket, because it takes 8 MB
  return toBuffer(text, { width: 480, margin: 3 })
}
