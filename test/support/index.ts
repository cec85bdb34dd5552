export { pdf, png } from './papers.ts'
export { expect, test, type World } from './world.ts'
