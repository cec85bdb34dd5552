export { pdf, png } from './papers.ts'
export { NIK } from './person.ts'
export { expect, test, type World } from './world.ts'
