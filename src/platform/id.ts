import { z } from 'zod'

const LARGEST = 2_147_483_647

/** A whole number as our own buttons write it, from `least` to the largest a row can have; no other spelling of it. */
const plainNumber = (least: number) =>
  z.coerce
    .string()
    .regex(/^(0|[1-9]\d{0,9})$/)
    .transform(Number)
    .refine((number) => number >= least && number <= LARGEST)

/** The id of a row. */
export const rowId = () => plainNumber(1)

/** A page of a list, counted from 0. */
export const pageNumber = () => plainNumber(0)
