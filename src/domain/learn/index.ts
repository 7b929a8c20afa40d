/** All of Learn. Heavy: only its own pages import it; for the link of an item there is links.ts. */
import { CAUSES } from './causes.ts'
import { HOW_SURE } from './how-sure.ts'
import { QUESTIONS } from './questions.ts'
import { SEE_A_DOCTOR } from './see-a-doctor.ts'
import { STRATEGIES } from './strategies.ts'
import { SUPPLEMENTS_TOPIC } from './supplements.ts'
import { SYMPTOMS_TOPIC } from './symptoms.ts'
import type { Claim, Topic } from './types.ts'
import { WHAT_IT_IS } from './what-it-is.ts'
import { WHOLE_BODY } from './whole-body.ts'

export { QUESTIONS }
export { STANDING_LINE } from './standing.ts'

export const TOPICS: readonly Topic[] = [
  QUESTIONS,
  WHAT_IT_IS,
  SYMPTOMS_TOPIC,
  SEE_A_DOCTOR,
  CAUSES,
  STRATEGIES,
  SUPPLEMENTS_TOPIC,
  WHOLE_BODY,
  HOW_SURE
]

export const topicNamed = (id: string): Topic | undefined => TOPICS.find((topic) => topic.id === id)

/** The paragraph that explains an item of the catalogue, where there is one. */
export function paragraphOf(itemId: string): { topic: Topic; claim: Claim } | null {
  for (const topic of TOPICS) {
    for (const { claims } of topic.sections) {
      const claim = claims.find(({ items }) => items?.includes(itemId))
      if (claim) return { topic, claim }
    }
  }
  return null
}
