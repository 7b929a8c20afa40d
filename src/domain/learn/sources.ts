interface Source {
  line: string
  year: number
}

/** What was read, at least in its abstract, before a sentence was written from it. */
export const SOURCES = {
  ajamian: { line: 'Ajamian and others, PLoS One', year: 2019 },
  camilleri: { line: 'Camilleri, review in Gut', year: 2019 },
  catassi: { line: 'Catassi and others, Salerno criteria, Nutrients', year: 2015 },
  guo: { line: 'Guo and Mei, J Environ Sci Health C', year: 2016 },
  konijeti: { line: 'Konijeti and others, Inflammatory Bowel Diseases', year: 2017 },
  lacy: { line: 'Lacy and others, Gastroenterology & Hepatology', year: 2024 },
  nccih: { line: 'NCCIH bulletin on probiotics', year: 2023 },
  nhs: { line: 'NHS page on “leaky gut syndrome”, archived', year: 2015 },
  niceCoeliac: { line: 'NICE guideline NG20, coeliac disease', year: 2015 },
  niceIbs: { line: 'NICE guideline CG61, irritable bowel syndrome', year: 2015 },
  power: { line: 'Power and others, Frontiers in Physiology', year: 2021 },
  psychologyToday: { line: 'Psychology Today on elimination diets', year: 2022 },
  saper: { line: 'Saper and Rash, American Family Physician', year: 2009 },
  scheffler: { line: 'Scheffler and others, Frontiers in Endocrinology', year: 2018 },
  tatucu: { line: 'Tatucu-Babet and others, Nutrition Research', year: 2020 },
  zhou: { line: 'Zhou and others, trial in Gut', year: 2019 }
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof SOURCES

export const sourceLine = (ids: readonly SourceId[]): string =>
  ids.map((id) => `${SOURCES[id].line}, ${SOURCES[id].year}`).join('; ')
