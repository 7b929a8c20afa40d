/** What a person may say about themselves, so that cards and cautions fit. Nothing of it has to be answered. */
export const ABOUT_YOU = [
  { id: 'under-18', name: 'I am under 18', noun: 'being under 18' },
  { id: 'from-50', name: 'I am 50 or older', noun: 'being 50 or older' },
  { id: 'over-60', name: 'I am over 60', noun: 'being over 60' },
  { id: 'pregnant', name: 'Pregnant, or planning to be', noun: 'pregnancy' },
  { id: 'breast-feeding', name: 'Breast-feeding', noun: 'breast-feeding' },
  { id: 'kidney', name: 'Kidney disease', noun: 'kidney disease' },
  { id: 'liver', name: 'Liver disease', noun: 'liver disease' },
  { id: 'bowel', name: 'A disease or narrowing of the bowel', noun: 'a disease or narrowing of the bowel' },
  { id: 'immunity', name: 'Weak immunity, chemotherapy or medicine for the immune system', noun: 'weak immunity' },
  { id: 'hormone-cancer', name: 'A hormone-sensitive cancer, now or earlier', noun: 'a hormone-sensitive cancer' },
  { id: 'seizures', name: 'Seizures, or medicine against them', noun: 'seizures' },
  { id: 'bipolar', name: 'Bipolar disorder', noun: 'bipolar disorder' },
  { id: 'milk-allergy', name: 'Milk allergy', noun: 'a milk allergy' },
  { id: 'blood-thinner', name: 'Medicine against blood clots', noun: 'medicine against blood clots' },
  { id: 'heart-water', name: 'Digoxin or water tablets', noun: 'digoxin or water tablets' },
  { id: 'diabetes', name: 'Insulin or other medicine for diabetes', noun: 'medicine for diabetes' },
  { id: 'penicillamine', name: 'Penicillamine', noun: 'penicillamine' },
  { id: 'lactulose', name: 'Lactulose', noun: 'lactulose' }
] as const

export type AboutId = (typeof ABOUT_YOU)[number]['id']
