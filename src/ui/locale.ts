/** What is usual where the device is set to be. Whole Intl formats are slow to make; a locale by its name is not. */

interface Usual {
  weekStart: 0 | 1 | 6
  clock: '12' | '24'
  dateOrder: 'day-month' | 'month-day'
}

/** Regions as of Unicode's CLDR: its weekData, its timeData, and how English writes dates there. */
const SUNDAY = 'US CA MX BR CO PE VE JP KR TW HK IL IN PK BD PH TH ID SG ZA KE SA YE PR NP ZW ET JM'
const SATURDAY = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'
const TWELVE = 'US CA AU NZ IN PK BD PH MY CO KR EG SA AE JO KW QA PR'
const MONTH_FIRST = 'US CA PH PR'

/** 'en-US' → Sunday, 12, month-day. A language alone stands for where most of its speakers live. */
export function usualIn(language: string): Usual {
  const region = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})\b/.exec(language)?.[1] ?? likelyRegion(language)
  const isOf = (regions: string) => region !== '' && regions.includes(region)
  return {
    weekStart: isOf(SUNDAY) ? 0 : isOf(SATURDAY) ? 6 : 1,
    clock: isOf(TWELVE) ? '12' : '24',
    dateOrder: isOf(MONTH_FIRST) ? 'month-day' : 'day-month'
  }
}

/** Of a language without one. Mostly there is one, and the browser's tables of languages need not be opened. */
function likelyRegion(language: string): string {
  try {
    return new Intl.Locale(language).maximize().region ?? ''
  } catch {
    return '' // a made-up language: what most of the world does
  }
}
