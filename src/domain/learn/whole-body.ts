import type { Topic } from './types.ts'

export const WHOLE_BODY: Topic = {
  id: 'whole-body',
  title: 'The whole body',
  summary: 'Immunity, hormones, mood and long-term health: what has been claimed, and what is known.',
  sections: [
    {
      id: 'links',
      title: 'Links to other illnesses',
      claims: [
        {
          id: 'many-illnesses',
          text: 'Lupus, rheumatoid arthritis, multiple sclerosis and long-lasting tiredness are often linked to a leaky gut. The NHS saw little evidence that they come from it.',
          evidence: 'well supported',
          sources: ['nhs'],
          seed: ['S01', 'S12']
        },
        {
          id: 'autoimmune',
          text: 'The article calls a leaky gut a necessary piece of autoimmune disease. None of the reviews we have read says so.',
          evidence: 'mixed',
          sources: ['camilleri', 'lacy'],
          seed: ['S12']
        },
        {
          id: 'which-first',
          text: 'Inflamed bowels become more permeable. So finding illness and permeability together does not show which came first.',
          evidence: 'mixed',
          sources: ['camilleri'],
          seed: ['S01']
        },
        {
          id: 'hormones-mind',
          text: 'For hormones and for mental health, we have read no study in people that allows a statement.',
          evidence: 'unknown',
          seed: ['S01']
        }
      ]
    },
    {
      id: 'goals',
      title: 'What you may be hoping for',
      claims: [
        {
          id: 'energy-focus',
          text: 'Energy, focus, hormonal balance and long-term health are the goals that the article names. Nobody can promise them. Energy and focus you can follow here, in your own numbers.',
          evidence: 'unknown',
          seed: ['S42']
        },
        {
          id: 'as-a-whole',
          text: 'The article’s plan joins food, protein and micronutrients, calmer days and chosen supplements. We have read no trial of such a plan as a whole.',
          evidence: 'unknown',
          seed: ['S46', 'S41']
        }
      ]
    }
  ]
}
