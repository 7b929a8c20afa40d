import type { Topic } from './types.ts'

export const WHAT_IT_IS: Topic = {
  id: 'what-it-is',
  title: 'What “leaky gut” means',
  summary: 'The lining of the bowel, two things that share a name, and what tests can and cannot show.',
  sections: [
    {
      id: 'the-barrier',
      title: 'The lining of the bowel',
      claims: [
        {
          id: 'barrier',
          text: 'The inside of the bowel is lined by a single layer of cells. It takes in nutrients and keeps most germs and large molecules out of the blood.',
          evidence: 'well supported',
          sources: ['nhs']
        },
        {
          id: 'always-some',
          text: 'Everyone’s bowel lets some things through: that is how it is meant to be. Illness, medicines, alcohol and physical activity may change how much.',
          evidence: 'well supported',
          sources: ['lacy']
        }
      ]
    },
    {
      id: 'two-things',
      title: 'Two things with one name',
      claims: [
        {
          id: 'permeability',
          text: 'Doctors speak of increased intestinal permeability. It is real, and research can measure it.',
          evidence: 'well supported',
          sources: ['camilleri', 'lacy']
        },
        {
          id: 'syndrome',
          text: '“Leaky gut syndrome” is a popular name for many complaints at once. It is not accepted as a medical diagnosis.',
          evidence: 'well supported',
          sources: ['lacy', 'nhs']
        }
      ]
    },
    {
      id: 'known',
      title: 'What is known',
      claims: [
        {
          id: 'in-disease',
          text: 'Inflammatory bowel diseases make the bowel more permeable. None of them goes away just because the barrier is back to normal.',
          evidence: 'well supported',
          sources: ['camilleri']
        },
        {
          id: 'under-strain',
          text: 'Endurance exercise, anti-inflammatory painkillers and pregnancy raise permeability, too.',
          evidence: 'well supported',
          sources: ['camilleri'],
          seed: ['S19', 'S33']
        }
      ]
    },
    {
      id: 'not-known',
      title: 'What is not known',
      claims: [
        {
          id: 'unproven',
          text: 'Nobody has shown yet that bringing the barrier back to normal makes people feel better, in the gut or elsewhere.',
          evidence: 'well supported',
          sources: ['camilleri']
        },
        {
          id: 'mostly-mild',
          text: 'Everyday irritants probably lead to no more than a mild, passing inflammation of a part of the bowel.',
          evidence: 'mixed',
          sources: ['nhs']
        }
      ]
    },
    {
      id: 'tests',
      title: 'Tests',
      lead: 'The article suggests zonulin, a lactulose–mannitol test or an analysis of gut bacteria. They cost money; here is what they can tell.',
      claims: [
        {
          id: 'no-test',
          text: 'No validated test exists for “leaky gut syndrome”, in blood or in stool.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S43']
        },
        {
          id: 'zonulin',
          text: 'Widely sold zonulin kits were found to pick up other proteins instead of zonulin.',
          evidence: 'well supported',
          sources: ['scheffler', 'ajamian'],
          seed: ['S43']
        },
        {
          id: 'zonulin-and-sugar',
          text: 'Two studies compared such kits with sugar tests of permeability. The results did not go together.',
          evidence: 'well supported',
          sources: ['tatucu', 'power'],
          seed: ['S43']
        },
        {
          id: 'lactulose',
          text: 'Sugar tests such as lactulose–mannitol are used in research. Normal values and methods are not agreed, so one result says little.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S43']
        },
        {
          id: 'microbiome',
          text: 'An analysis of gut bacteria has not been validated as a test for a “leaky” gut.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S43']
        }
      ]
    },
    {
      id: 'diary',
      title: 'What a diary can do',
      lead: 'It can show how you feel while you try sensible changes, one at a time, with a diet as broad as possible. It gives you a record to share with a professional. It cannot measure permeability.',
      claims: []
    }
  ]
}
