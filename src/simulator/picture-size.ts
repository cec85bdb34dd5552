interface Picture {
  width: number
  height: number
  mime: string
}

/** What a picture's first bytes tell about it; undefined when the bytes are no picture Telegram would take. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) && bytes.length >= 24) {
    return { width: view.getUint32(16), height: view.getUint32(20), mime: 'image/png' }
  }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { ...unknownPicture, ...jpegSize(view) }
  const webp = startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50])
  return webp ? { ...unknownPicture, mime: 'image/webp' } : undefined
}

/** What a phone's picture has after Telegram made it smaller. */
export const unknownPicture: Picture = { width: 1280, height: 960, mime: 'image/jpeg' }

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Walks the segments of a JPEG to the one that says how large the picture is. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
