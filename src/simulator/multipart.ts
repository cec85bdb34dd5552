/** One part of a multipart/form-data body; a file when it has a file name. */
interface Part {
  name: string
  fileName: string | undefined
  mime: string | undefined
  bytes: Uint8Array
}

/**
 * Reads a multipart body. The platform's own parser refuses what grammY sends (names without quotes, no space after the
 * colon), so this one is lenient, as Telegram's is.
 */
export function readMultipart(body: Uint8Array, boundary: string): Part[] {
  const bytes = Buffer.concat([Buffer.from('\r\n'), body])
  const marker = Buffer.from(`\r\n--${boundary}`)
  const parts: Part[] = []
  let start = bytes.indexOf(marker)
  while (start >= 0) {
    const end = bytes.indexOf(marker, start + marker.length)
    if (end < 0) break
    const part = readPart(bytes.subarray(start + marker.length + '\r\n'.length, end))
    if (part) parts.push(part)
    start = end
  }
  return parts
}

function readPart(bytes: Buffer): Part | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = bytes.subarray(0, headEnd).toString('utf8').split('\r\n')
  const disposition = headerOf(head, 'content-disposition') ?? ''
  const name = parameter(disposition, 'name')
  if (name === undefined) return undefined
  const fileName = parameter(disposition, 'filename')
  return { name, fileName, mime: headerOf(head, 'content-type'), bytes: new Uint8Array(bytes.subarray(headEnd + 4)) }
}

function headerOf(head: string[], name: string): string | undefined {
  const line = head.find((candidate) => candidate.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim()
}

function parameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[;\\s])${name}=(?:"([^"]*)"|([^;]*))`, 'i').exec(disposition)
  return found?.[1]?.replaceAll('%22', '"') ?? found?.[2]?.trim()
}
