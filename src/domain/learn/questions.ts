import type { Topic } from './types.ts'

/** The five questions of the article, answered first in a sentence. */
export const QUESTIONS: Topic = {
  id: 'questions',
  title: 'Five questions',
  summary: 'The short answers.',
  sections: [
    {
      id: 'recognised',
      title: 'Is it a recognised condition?',
      lead: 'Your complaints are real either way, and they deserve a proper look.',
      claims: [
        {
          id: 'recognised-half',
          text: 'Half of it. Increased intestinal permeability is real and can be measured in research; “leaky gut syndrome” is not an accepted diagnosis.',
          evidence: 'well supported',
          sources: ['lacy', 'camilleri']
        }
      ],
      more: [{ to: 'what-it-is', name: 'What “leaky gut” means' }]
    },
    {
      id: 'know',
      title: 'How do I know whether I have it?',
      claims: [
        {
          id: 'know-not-by-signs',
          text: 'You cannot tell from symptoms. Bloating, tiredness, brain fog, skin trouble and reactions to food have many explanations.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S47']
        },
        {
          id: 'know-not-by-tests',
          text: 'Nor from a test you can buy: none has been validated for it.',
          evidence: 'well supported',
          sources: ['lacy'],
          seed: ['S43']
        },
        {
          id: 'know-ask',
          text: 'A doctor can look for things that can be found, such as coeliac disease. For that test, keep eating gluten: in more than one meal a day, for at least six weeks before.',
          evidence: 'well supported',
          sources: ['niceCoeliac']
        }
      ],
      more: [
        { to: 'what-it-is#tests', name: 'More on tests' },
        { to: 'see-a-doctor', name: 'When to see a doctor' }
      ]
    },
    {
      id: 'how-long',
      title: 'How long does it take?',
      claims: [
        {
          id: 'how-long-unknown',
          text: 'Nobody knows. The article says weeks for some, three to six months or longer for others; we have read no study behind those numbers.',
          evidence: 'unknown',
          seed: ['S44']
        },
        {
          id: 'how-long-trials',
          text: 'The trials we have read lasted eight and eleven weeks. They cannot tell what comes later.',
          evidence: 'well supported',
          sources: ['zhou', 'konijeti'],
          seed: ['S44']
        },
        {
          id: 'bad-spells',
          text: 'Many people begin in a bad spell, and a bad spell can pass by itself. That is why the plan starts with two weeks of only looking.',
          evidence: 'unknown',
          seed: ['S44']
        }
      ]
    },
    {
      id: 'gluten',
      title: 'Do I have to give up gluten?',
      claims: [
        {
          id: 'gluten-no',
          text: 'Not as a rule. The NHS saw no evidence that it helps with most conditions that are put down to leaky gut syndrome.',
          evidence: 'well supported',
          sources: ['nhs'],
          seed: ['S45']
        },
        {
          id: 'gluten-test-first',
          text: 'Before you try, ask for a coeliac test, and do not leave gluten out until it is settled. The test needs gluten in your meals.',
          evidence: 'well supported',
          sources: ['niceCoeliac'],
          seed: ['S45', 'S14']
        },
        {
          id: 'gluten-challenge',
          text: 'If coeliac disease is ruled out, you can test it: some weeks without, then with. Experts look for a change of at least 30 per cent in one to three main symptoms.',
          evidence: 'mixed',
          sources: ['catassi'],
          seed: ['S45', 'S14']
        }
      ],
      more: [{ to: 'strategies#leaving-out', name: 'Leaving foods out' }]
    },
    {
      id: 'probiotics-enough',
      title: 'Are probiotics enough?',
      claims: [
        {
          id: 'probiotics-no',
          text: 'Probably not. It is not known whom they help, and no supplement has been shown to be enough alone.',
          evidence: 'mixed',
          sources: ['nccih', 'camilleri'],
          seed: ['S37', 'S46']
        },
        {
          id: 'probiotics-and-more',
          text: 'The article’s own answer is no, too: it adds food, protein, micronutrients and calmer days. That whole plan is untested as well.',
          evidence: 'unknown',
          seed: ['S46']
        }
      ],
      more: [{ to: 'supplements#probiotics', name: 'More on probiotics' }]
    }
  ]
}
