import { toBuffer } from 'qrcode'

/** A QR code as a PNG that phones read from a screen and from paper. */
export const qrPicture = (text: string): Promise<Uint8Array> => toBuffer(text, { width: 480, margin: 3 })
