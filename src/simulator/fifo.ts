/** First in, first out; every step costs the same, however many wait. */
export interface Fifo<T> extends Iterable<T> {
  push(item: T): void
  first(): T | undefined
  shift(): T | undefined
}

/** An array forgets its first item in time that grows with its length; this one only moves a mark, and tidies up seldom. */
export function createFifo<T>(items: Iterable<T> = []): Fifo<T> {
  let list = [...items]
  let head = 0
  return {
    push(item) {
      list.push(item)
    },
    first: () => list[head],
    shift() {
      const item = list[head]
      if (head < list.length) head++
      if (head > 64 && head * 2 > list.length) {
        list = list.slice(head)
        head = 0
      }
      return item
    },
    *[Symbol.iterator]() {
      for (let index = head; index < list.length; index++) {
        const item = list[index]
        if (item !== undefined) yield item
      }
    },
  }
}
