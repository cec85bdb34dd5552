/** Reads an Indonesian number as it is typed (`0812-3456-7890`, `+62 812 …`): as it is dialled from anywhere, `62812…`. */
export function readPhone(typed: string): string | undefined {
  const digits = typed.replace(/[\s().+-]/g, '')
  const [, rest] = /^(?:0|62)(8\d{8,11})$/.exec(digits) ?? []
  return rest === undefined ? undefined : `62${rest}`
}

/** The same with its middle hidden. */
export const maskedPhone = (phone: string): string => `+${phone.slice(0, 4)}••••${phone.slice(-3)}`
