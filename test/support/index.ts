export { pdf, png } from './papers.ts'
export { expect, MONDAY, test, type World } from './world.ts'
