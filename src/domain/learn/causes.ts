import type { Topic } from './types.ts'

export const CAUSES: Topic = {
  id: 'causes',
  title: 'Possible causes',
  summary: 'Food, stress, medicines and surroundings: what may change how permeable a gut is.',
  sections: [
    {
      id: 'food',
      title: 'Food and drink',
      claims: [
        {
          id: 'emulsifiers',
          text: 'A review counts emulsifiers, which are added to many ultra-processed foods, among the things that raise permeability. How much that matters on a plate is open.',
          evidence: 'mixed',
          sources: ['camilleri'],
          seed: ['S13'],
          items: ['upf']
        },
        {
          id: 'sugar',
          text: 'We have read no study showing that added sugar by itself makes a gut more permeable.',
          evidence: 'unknown',
          seed: ['S13'],
          items: ['added-sugar']
        },
        {
          id: 'gluten',
          text: 'Some people without coeliac disease report feeling worse with gluten, and experts have agreed how to test it. A review counts “gluten makes the gut leaky” among the myths.',
          evidence: 'mixed',
          sources: ['catassi', 'lacy'],
          seed: ['S14'],
          items: ['gluten']
        },
        {
          id: 'alcohol',
          text: 'Alcohol irritates the bowel lining and loosens the seals between its cells.',
          evidence: 'well supported',
          sources: ['nhs'],
          seed: ['S15'],
          items: ['alcohol']
        },
        {
          id: 'seed-oils',
          text: 'We have read no study showing that seed oils make a gut more permeable.',
          evidence: 'unknown',
          seed: ['S16'],
          items: ['seed-oils']
        }
      ],
      more: [{ to: 'questions#gluten', name: 'Do I have to give up gluten?' }]
    },
    {
      id: 'strain',
      title: 'Stress',
      claims: [
        {
          id: 'stress',
          text: 'The article says that lasting stress raises cortisol and so weakens the gut. We have read no study that shows this whole chain.',
          evidence: 'unknown',
          seed: ['S17'],
          items: ['stress']
        },
        {
          id: 'stress-myth',
          text: 'A review counts “leaky gut syndrome comes from stress” among the myths. Stress can still make days harder, and that is worth recording.',
          evidence: 'mixed',
          sources: ['lacy'],
          seed: ['S17']
        }
      ]
    },
    {
      id: 'medicines',
      title: 'Medicines and illness',
      lead: 'Do not stop a prescribed medicine on your own: ask first.',
      claims: [
        {
          id: 'painkillers',
          text: 'Aspirin and anti-inflammatory painkillers such as ibuprofen irritate the bowel lining and raise permeability.',
          evidence: 'well supported',
          sources: ['nhs', 'camilleri'],
          seed: ['S19'],
          items: ['nsaid-dose']
        },
        {
          id: 'antibiotics',
          text: 'A review names antibiotics among the things that may influence permeability. How much, and for how long, is open.',
          evidence: 'mixed',
          sources: ['lacy'],
          seed: ['S18'],
          items: ['antibiotic-course']
        },
        {
          id: 'infection',
          text: 'A gut infection in the past or an inflammatory bowel disease may play a part in some people.',
          evidence: 'mixed',
          sources: ['lacy']
        }
      ]
    },
    {
      id: 'surroundings',
      title: 'Surroundings',
      lead: 'A diary cannot measure what is in food, water or air. These items are off until you want them.',
      claims: [
        {
          id: 'pesticides',
          text: 'Pesticides are on the article’s list. We have read no study in people that ties them to permeability.',
          evidence: 'unknown',
          seed: ['S20'],
          items: ['produce-washed']
        },
        {
          id: 'metals',
          text: 'Heavy metals are on the article’s list. We have read no study in people that ties them to permeability. If you fear exposure at work or at home, ask a doctor.',
          evidence: 'unknown',
          seed: ['S21'],
          items: ['heavy-metal-exposure']
        },
        {
          id: 'plastics',
          text: 'Microplastics are on the article’s list. We have read no study in people that ties them to permeability.',
          evidence: 'unknown',
          seed: ['S22'],
          items: ['plastic-heated']
        },
        {
          id: 'air-and-water',
          text: 'Pollutants in water and air are on the article’s list. We have read no study in people that ties them to permeability.',
          evidence: 'unknown',
          seed: ['S23'],
          items: ['air-exposure', 'water-concern']
        }
      ]
    }
  ]
}
