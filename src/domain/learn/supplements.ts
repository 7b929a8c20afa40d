import type { Topic } from './types.ts'

export const SUPPLEMENTS_TOPIC: Topic = {
  id: 'supplements',
  title: 'Supplements',
  summary: 'L-glutamine, probiotics, zinc, colostrum and aloe vera: what is known, and whom to ask.',
  sections: [
    {
      id: 'all',
      title: 'All of them',
      lead: 'No amounts are suggested here. What you take is between you, the label and your doctor or pharmacist. Ask first if you are pregnant, breast-feeding or under 18, have kidney or liver disease, or take medicine against clots or for your immune system.',
      claims: [
        {
          id: 'nhs-on-supplements',
          text: 'The NHS saw no evidence that supplements help with most conditions that are put down to leaky gut syndrome.',
          evidence: 'well supported',
          sources: ['nhs'],
          seed: ['S46']
        },
        {
          id: 'not-alone',
          text: 'The article says: never supplements alone, always with changes in food and life. We have read no trial that compares the two.',
          evidence: 'unknown',
          seed: ['S41']
        }
      ]
    },
    {
      id: 'l-glutamine',
      title: 'L-glutamine',
      claims: [
        {
          id: 'glutamine',
          text: 'In one trial over eight weeks, 80 in 100 people scored clearly better with glutamine, and 6 in 100 with a dummy powder. All had loose stools after a gut infection and raised permeability.',
          evidence: 'mixed',
          sources: ['zhou'],
          seed: ['S36'],
          items: ['sup-glutamine']
        },
        {
          id: 'glutamine-others',
          text: 'The trial had about a hundred people, and its authors ask for larger ones. It says nothing about people without that history.',
          evidence: 'well supported',
          sources: ['zhou']
        },
        {
          id: 'glutamine-caution',
          text: 'Ask first with liver or kidney disease, seizures, bipolar disorder, chemotherapy or pregnancy. We have not checked this list at its source.',
          evidence: 'unknown'
        }
      ]
    },
    {
      id: 'probiotics',
      title: 'Probiotics',
      claims: [
        {
          id: 'probiotic',
          text: 'Probiotics have shown promise for some purposes. Much is still to be learned about whom they help and whether they are safe for everyone.',
          evidence: 'mixed',
          sources: ['nccih'],
          seed: ['S37'],
          items: ['sup-probiotic']
        },
        {
          id: 'after-antibiotics',
          text: 'The article finds them especially important after antibiotics. That is contested: one study in people is said to have seen gut bacteria return later with them. We read only a digest of it.',
          evidence: 'unknown',
          seed: ['S37', 'S18']
        },
        {
          id: 'probiotic-caution',
          text: 'They can be risky for people who are seriously ill or whose immune system is weak, and for babies born early. Ask a doctor first.',
          evidence: 'well supported',
          sources: ['nccih']
        }
      ]
    },
    {
      id: 'zinc-section',
      title: 'Zinc',
      claims: [
        {
          id: 'zinc',
          text: 'Everyone needs zinc. Inflammatory bowel disease and other diseases that hinder absorption make a lack more likely.',
          evidence: 'well supported',
          sources: ['saper'],
          seed: ['S38'],
          items: ['sup-zinc']
        },
        {
          id: 'zinc-gut',
          text: 'We have read no trial showing that extra zinc eases complaints in people who have enough.',
          evidence: 'unknown',
          seed: ['S38']
        },
        {
          id: 'zinc-limit',
          text: 'For adults the US upper limit is 40 mg a day. High amounts over a long time can lower copper, “good” cholesterol and defences, and bring anaemia.',
          evidence: 'well supported',
          sources: ['saper']
        },
        {
          id: 'zinc-medicines',
          text: 'Zinc binds some antibiotics (tetracyclines, quinolones) and penicillamine. Take them several hours apart, and ask your pharmacist how many.',
          evidence: 'well supported',
          sources: ['saper']
        }
      ]
    },
    {
      id: 'bovine-colostrum',
      title: 'Colostrum',
      claims: [
        {
          id: 'colostrum',
          text: 'Colostrum is the first milk of cows. We have read no trial of it that would allow a statement about permeability.',
          evidence: 'unknown',
          seed: ['S39'],
          items: ['sup-colostrum']
        },
        {
          id: 'colostrum-caution',
          text: 'Not with a milk allergy. Ask first in pregnancy, while breast-feeding, with weakened immunity or a hormone-sensitive cancer. We have not checked this list at its source.',
          evidence: 'unknown'
        }
      ]
    },
    {
      id: 'aloe',
      title: 'Aloe vera',
      claims: [
        {
          id: 'aloe-vera',
          text: 'We have read no trial showing that aloe vera by mouth eases complaints or changes permeability.',
          evidence: 'unknown',
          seed: ['S40'],
          items: ['sup-aloe']
        },
        {
          id: 'aloe-harm',
          text: 'Aloe taken by mouth has been linked with diarrhoea, low potassium and kidney failure.',
          evidence: 'well supported',
          sources: ['guo']
        },
        {
          id: 'aloe-whole-leaf',
          text: 'Whole-leaf extract gave rats cancer and is classed as possibly carcinogenic to people (group 2B).',
          evidence: 'well supported',
          sources: ['guo']
        },
        {
          id: 'aloe-caution',
          text: 'Not in pregnancy or while breast-feeding, nor with bowel or kidney disease. Ask first if you take heart, water, diabetes or blood-thinning tablets. We have not checked this list at its source.',
          evidence: 'unknown'
        }
      ]
    }
  ]
}
