import { type Question, type RequirementOf, variablesOf } from './catalogue.ts'

/** The paragraph of a data item; a sentence whose answer is missing is left out. */
export function paragraphOf(
  { paragraph, questions }: RequirementOf<'data'>,
  answers: Readonly<Record<string, string>>,
  language: 'id' | 'en',
): string {
  const said = new Map(questions.map((question) => [question.id, wordsFor(question, answers[question.id], language)]))
  return paragraph
    .map((sentence) => sentence[language])
    .filter((sentence) => variablesOf(sentence).every((name) => said.get(name)))
    .map((sentence) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => said.get(name) ?? ''))
    .join(' ')
}

/** An answer as it stands in the paragraph: the words for a button, typed ones without the full stop the sentence has itself. */
function wordsFor(question: Question, answer: string | undefined, language: 'id' | 'en'): string | undefined {
  if (question.answer === 'choice') return question.options.find(({ id }) => id === answer)?.said[language]
  if (question.answer === 'yes-no')
    return answer === 'yes' || answer === 'no' ? question.said[answer][language] : undefined
  return answer?.trim().replace(/[.\s]+$/, '')
}
