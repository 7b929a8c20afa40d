import { STANDING_LINE } from './standing.ts'
import type { Evidence, Topic } from './types.ts'

/** What each mark says. */
export const MARKS: Readonly<Record<Evidence, string>> = {
  'well supported': 'Reviews, guidelines or studies that we have read say so plainly.',
  mixed: 'There is something to it, but results are few, open or do not agree.',
  weak: 'One small study or one without a comparison. Take it as a hint.',
  unknown: 'We have read nothing that can tell, or have not checked it at its source. That does not mean it is false.'
}

export const HOW_SURE: Topic = {
  id: 'how-sure',
  title: 'How sure is this?',
  summary: 'What the marks mean, and how these pages were made.',
  sections: [
    {
      id: 'marks',
      title: 'The four marks',
      lead: 'Each statement carries one of four marks and a line with its sources. The mark is about the sentence as it stands: “nobody has shown that …” can be well supported.',
      claims: []
    },
    {
      id: 'made',
      title: 'How these pages were made',
      lead: 'They follow an article about “leaky gut” and say what can be said about its points, in our own words. Some sources were read in full, most in their abstract or a stored copy. The year tells how old a source is; newer research may say more.',
      claims: []
    },
    {
      id: 'limits',
      title: 'Their limits',
      lead: `${STANDING_LINE} These pages know nothing about you, and they do not replace a doctor.`,
      claims: []
    }
  ]
}
