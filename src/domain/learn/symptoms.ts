import type { Topic } from './types.ts'

export const SYMPTOMS_TOPIC: Topic = {
  id: 'symptoms',
  title: 'Symptoms',
  summary: 'The complaints that the article names, in the gut and in the rest of the body.',
  sections: [
    {
      id: 'signs',
      title: 'What such signs can tell',
      claims: [
        {
          id: 'not-specific',
          text: 'Complaints like these have many explanations. On their own they cannot show that a gut is “leaky”.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S47']
        }
      ],
      more: [{ to: 'see-a-doctor', name: 'When to see a doctor' }]
    },
    {
      id: 'digestive',
      title: 'In the gut',
      claims: [
        {
          id: 'bloating',
          text: 'Bloating is often put down to a leaky gut. Whether permeability has a part in it is not known.',
          evidence: 'unknown',
          sources: ['lacy'],
          seed: ['S02'],
          items: ['bloating']
        },
        {
          id: 'gas',
          text: 'Gas is on the article’s list. We have read no study that ties it to permeability.',
          evidence: 'unknown',
          seed: ['S03'],
          items: ['gas']
        },
        {
          id: 'stools',
          text: 'Loose stools are often put down to a leaky gut, and the article adds hard ones. Neither shows that a gut is more permeable.',
          evidence: 'mixed',
          sources: ['lacy'],
          seed: ['S04'],
          items: ['bowel-movement', 'no-bowel-movement']
        },
        {
          id: 'after-infection',
          text: 'One trial was done with people whose loose stools began after a gut infection and who had raised permeability. So the two do occur together.',
          evidence: 'mixed',
          sources: ['zhou'],
          seed: ['S04']
        },
        {
          id: 'pain',
          text: 'Belly pain, also after meals, is often put down to a leaky gut. Whether permeability has a part in it is not known.',
          evidence: 'unknown',
          sources: ['lacy'],
          seed: ['S05'],
          items: ['abdominal-pain', 'pain-after-meals']
        },
        {
          id: 'food-reactions',
          text: 'Feeling worse after a food does not tell why. It may be the food, the day or chance: only trying again, more than once, can tell.',
          evidence: 'unknown',
          seed: ['S06'],
          items: ['food-reaction']
        }
      ]
    },
    {
      id: 'systemic',
      title: 'In the rest of the body',
      claims: [
        {
          id: 'fatigue',
          text: 'A review found little or no reliable evidence that leaky gut syndrome is behind chronic fatigue syndrome.',
          evidence: 'well supported',
          sources: ['lacy', 'nhs'],
          seed: ['S07'],
          items: ['fatigue']
        },
        {
          id: 'brain-fog',
          text: 'The same review found little or no reliable evidence that it is behind brain fog.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S08'],
          items: ['brain-fog', 'poor-concentration']
        },
        {
          id: 'eczema',
          text: 'Eczema is often linked to a leaky gut. The NHS saw little evidence that a leaky gut is what brings it on.',
          evidence: 'well supported',
          sources: ['nhs'],
          seed: ['S09'],
          items: ['skin-eczema']
        },
        {
          id: 'acne-rosacea',
          text: 'Acne and rosacea are on the article’s list. We have read no study that ties them to permeability.',
          evidence: 'unknown',
          seed: ['S09'],
          items: ['skin-acne', 'skin-rosacea']
        },
        {
          id: 'joint-pain',
          text: 'Joint pain is on the article’s list. We have read no study that ties everyday joint pain to permeability.',
          evidence: 'unknown',
          seed: ['S10'],
          items: ['joint-pain']
        },
        {
          id: 'mood',
          text: 'Low mood and anxiety are on the article’s list. Whether permeability has a part in them is not known.',
          evidence: 'unknown',
          seed: ['S11'],
          items: ['low-mood', 'anxiety']
        }
      ],
      more: [{ to: 'see-a-doctor#mood-help', name: 'If your mood stays low' }]
    }
  ]
}
