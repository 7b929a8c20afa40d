import type { Topic } from './types.ts'

export const STRATEGIES: Topic = {
  id: 'strategies',
  title: 'Strategies',
  summary: 'Diets, foods that are said to support the gut, sleep, movement and calm.',
  sections: [
    {
      id: 'before',
      title: 'Before you change anything',
      advice: [
        'Record two ordinary weeks first.',
        'Change one thing at a time, or you cannot tell them apart.',
        'Keep your diet as broad as you can.',
        'Ask a doctor or dietitian first if you are pregnant, breast-feeding, under 18 or underweight, or live with diabetes, kidney or liver disease.'
      ],
      claims: [
        {
          id: 'needs-confirming',
          text: 'Advice to leave foods out, to eat others instead or to take supplements for the gut lining still needs confirming.',
          evidence: 'well supported',
          sources: ['camilleri'],
          seed: ['S24', 'S46']
        },
        {
          id: 'eating-disorders',
          text: 'Strict diets can set off or worsen an eating disorder. If that is or was part of your life, ask for help before leaving foods out.',
          evidence: 'mixed',
          sources: ['psychologyToday']
        }
      ]
    },
    {
      id: 'leaving-out',
      title: 'Leaving foods out',
      lead: 'An elimination is a test with an end: leave out, look, then bring foods back one at a time.',
      claims: [
        {
          id: 'three-at-once',
          text: 'The article advises leaving out sugar, gluten and ultra-processed food together. We have read no trial of that. If all three go at once, you cannot tell which one mattered.',
          evidence: 'unknown',
          seed: ['S24'],
          items: ['diet-kept']
        },
        {
          id: 'diets',
          text: 'We have read no controlled trial of the autoimmune protocol (AIP), a paleo or a carnivore diet for permeability. The stricter a diet, the more it leaves out that you may need.',
          evidence: 'unknown',
          seed: ['S26'],
          items: ['diet-pattern']
        },
        {
          id: 'aip',
          text: 'Fifteen people with inflammatory bowel disease followed the autoimmune protocol for eleven weeks, without a comparison group. Their symptoms eased. Several were short of iron or vitamin D.',
          evidence: 'weak',
          sources: ['konijeti'],
          seed: ['S26']
        },
        {
          id: 'low-fodmap',
          text: 'A low FODMAP diet can help people with irritable bowel syndrome, whether or not a gut is “leaky”.',
          evidence: 'mixed',
          sources: ['nhs']
        },
        {
          id: 'gluten-free',
          text: 'The NHS saw no evidence that a gluten-free diet helps with most conditions that are put down to leaky gut syndrome.',
          evidence: 'well supported',
          sources: ['nhs'],
          seed: ['S24', 'S45']
        },
        {
          id: 'dairy',
          text: 'Several of these diets leave out dairy. We have read no study of dairy and permeability. Colostrum is dairy, too.',
          evidence: 'unknown',
          seed: ['S26'],
          items: ['dairy']
        }
      ]
    },
    {
      id: 'foods',
      title: 'Foods and meals',
      claims: [
        {
          id: 'whole-foods',
          text: 'Meals made mainly of whole foods are widely advised. We have read no trial that measured what they do to permeability.',
          evidence: 'unknown',
          seed: ['S25'],
          items: ['whole-food-meals']
        },
        {
          id: 'protein',
          text: 'The article asks for enough protein and micronutrients. We have read no trial on permeability. Enough food matters most while you leave others out.',
          evidence: 'unknown',
          seed: ['S25', 'S46'],
          items: ['protein-adequate']
        },
        {
          id: 'slow-meals',
          text: 'Eating slowly and chewing well cost nothing. We have read no study of what they do to permeability.',
          evidence: 'unknown',
          seed: ['S27'],
          items: ['meal-pace', 'chewed-well']
        },
        {
          id: 'bone-broth',
          text: 'The article praises bone broth for glycine and collagen. We have read no study of broth and permeability.',
          evidence: 'unknown',
          seed: ['S28'],
          items: ['bone-broth']
        },
        {
          id: 'fermented',
          text: 'Advice to eat fermented foods for the gut lining still needs confirming. Have them only if they agree with you.',
          evidence: 'mixed',
          sources: ['camilleri'],
          seed: ['S29'],
          items: ['fermented-food']
        },
        {
          id: 'organ-meat',
          text: 'Liver is rich in vitamin A, and too much can harm. UK advice, which we read in a copy only: at most once a week, and none in pregnancy.',
          evidence: 'unknown',
          seed: ['S30'],
          items: ['organ-meat']
        },
        {
          id: 'omega-3',
          text: 'We have read no study of oily fish and permeability. If you take medicine against blood clots, ask before adding omega-3 capsules; we have not checked that advice at its source.',
          evidence: 'unknown',
          seed: ['S31'],
          items: ['omega3-food']
        }
      ]
    },
    {
      id: 'life',
      title: 'Sleep, movement, calm',
      claims: [
        {
          id: 'sleep',
          text: 'Sleep is on the article’s list against stress. We have read no study of sleep and permeability in people. How you slept can still explain how a day felt.',
          evidence: 'unknown',
          seed: ['S32'],
          items: ['sleep', 'sleep-quality']
        },
        {
          id: 'walk-and-breathe',
          text: 'So are walking and breathing exercises. We have read no study of what they do to permeability.',
          evidence: 'unknown',
          seed: ['S32'],
          items: ['walking', 'breathing']
        },
        {
          id: 'training',
          text: 'Endurance exercise raises permeability. Whether you can feel that is another question.',
          evidence: 'mixed',
          sources: ['camilleri'],
          seed: ['S33'],
          items: ['training-session']
        },
        {
          id: 'blood-sugar',
          text: 'We have read no study of steady blood sugar and permeability. If you take medicine for diabetes, ask before you change meals or fast; we have not checked that advice at its source.',
          evidence: 'unknown',
          seed: ['S34'],
          items: ['bs-postmeal-walk', 'bs-protein-first', 'bs-no-sugary-drink', 'bs-regular-meals']
        },
        {
          id: 'water',
          text: 'The article advises clean, filtered water. We have read no study of filters and permeability.',
          evidence: 'unknown',
          seed: ['S35'],
          items: ['water', 'water-filtered']
        }
      ]
    }
  ]
}
