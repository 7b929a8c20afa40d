import { STANDING_LINE } from './standing.ts'
import type { Topic } from './types.ts'

export const SEE_A_DOCTOR: Topic = {
  id: 'see-a-doctor',
  title: 'When to see a doctor',
  summary: 'Signs that a diary should not wait for.',
  sections: [
    {
      id: 'emergency',
      title: 'Call for help now',
      lead: 'Your local emergency number, for any of these.',
      advice: [
        'Heavy or non-stop bleeding, or vomiting blood',
        'Sudden, severe pain in the belly, or a belly hard as a board',
        'Fainting',
        'Swelling of lips or tongue, or trouble breathing'
      ],
      claims: []
    },
    {
      id: 'same-day',
      title: 'Call a doctor today',
      advice: [
        'Black or dark red stool, or bloody diarrhoea',
        'Vomiting for more than two days, or no drink stays down',
        'High fever with diarrhoea',
        'Yellow skin or eyes'
      ],
      claims: []
    },
    {
      id: 'appointment',
      title: 'Make an appointment',
      advice: [
        'Diarrhoea for more than seven days',
        'Symptoms that wake you at night',
        'Trouble swallowing',
        'A lasting change of bowel habit, more so from fifty on'
      ],
      claims: [
        {
          id: 'red-flags',
          text: 'Blood from the bottom, weight loss you did not intend, anaemia, a lump, or bowel or ovarian cancer in the family: each is a reason to be examined.',
          evidence: 'well supported',
          sources: ['niceIbs']
        },
        {
          id: 'looser-over-sixty',
          text: 'So are looser or more frequent stools for more than six weeks, if you are over 60.',
          evidence: 'well supported',
          sources: ['niceIbs']
        }
      ]
    },
    {
      id: 'mood-help',
      title: 'If your mood stays low',
      lead: 'Talking to someone helps. If you might harm yourself or are in danger, call your emergency number. In the US you can also call or text 988.',
      claims: []
    },
    {
      id: 'not-a-device',
      title: 'What Mend is not',
      lead: `${STANDING_LINE} Talk to a professional before changing medicines or starting a restrictive diet.`,
      claims: []
    }
  ]
}
