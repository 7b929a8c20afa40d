import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { dayAfter, daysFrom, type Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord, EventRecord, StoolValue } from '#domain/record.ts'
import type { Score } from '#domain/results/score.ts'
import { BANNED } from '#domain/stats/words.ts'
import { careFor, type CareInput } from './care.ts'
import { LEVELS, type Level } from './level.ts'
import { SIGN_GROUPS, SIGNS } from './signs.ts'
import type { WorryCheck } from './worry.ts'

const TODAY: Day = '2026-11-23'
const HOUR = 3_600_000
const NOW = 1_795_000_000_000
const ago = (n: number): Day => dayAfter(TODAY, -n)
/** Logged half a day before now for each day back. */
const stampOf = (day: Day) => NOW - 12 * HOUR - daysFrom(day, TODAY).length * HOUR

const symptoms = CATALOGUE.filter(({ category }) => category === 'digestive' || category === 'systemic')

const dayOn = (day: Day, answers: Record<string, AnswerValue>, stamp = stampOf(day)): DayRecord => ({
  day,
  answers,
  stamps: Object.fromEntries(Object.keys(answers).map((id) => [id, stamp]))
})
let made = 0
const stoolOn = (day: Day, value: StoolValue, stamp = stampOf(day)): EventRecord => ({
  id: `${day}/${++made}`,
  day,
  trackable: 'bowel-movement',
  value,
  stamp
})
const worryOn = (day: Day, ...signs: string[]): WorryCheck => ({ id: day, day, signs, stamp: stampOf(day) })
const scoreOn = (day: Day, instrument: string, total: number): Score => ({
  id: `${instrument}/${day}`,
  day,
  instrument,
  total,
  note: '',
  stamp: stampOf(day)
})

type Given = Partial<CareInput>
const cards = (given: Given = {}) =>
  careFor({
    today: TODAY,
    now: NOW,
    days: [],
    events: [],
    worries: [],
    scores: [],
    symptoms,
    about: [],
    seen: {},
    ...given
  })
const levels = (given: Given) => cards(given).map(({ level }) => level)
const reasons = (given: Given) => cards(given).flatMap((card) => card.reasons)
/** The same answer on each of the days, counted back from today. */
const run = (from: number, to: number, answers: Record<string, AnswerValue>): DayRecord[] =>
  daysFrom(ago(from), ago(to)).map((day) => dayOn(day, answers))
const stools = (from: number, to: number, value: StoolValue): EventRecord[] =>
  daysFrom(ago(from), ago(to)).map((day) => stoolOn(day, value))

const LOOSE: StoolValue = { type: 6 }
const USUAL: StoolValue = { type: 4 }
const HARD: StoolValue = { type: 2 }

describe('each rule of the diary', () => {
  it.each<[string, Given, Level[]]>([
    ['an empty diary', {}, []],

    ['pain of 9 today', { days: [dayOn(TODAY, { 'abdominal-pain': 9 })] }, ['emergency']],
    ['pain of 8', { days: [dayOn(TODAY, { 'abdominal-pain': 8 })] }, []],
    ['pain after meals of 10, two days ago', { days: [dayOn(ago(2), { 'pain-after-meals': 10 })] }, ['emergency']],
    ['pain of 10, three days ago', { days: [dayOn(ago(3), { 'abdominal-pain': 10 })] }, []],
    ['joint pain of 10', { days: [dayOn(TODAY, { 'joint-pain': 10 })] }, []],

    ['black stool', { events: [stoolOn(TODAY, { type: 4, blood: 'black' })] }, ['same-day', 'appointment']],
    [
      'black stool six days ago',
      { events: [stoolOn(ago(6), { type: 4, blood: 'black' })] },
      ['same-day', 'appointment']
    ],
    ['black stool a week ago', { events: [stoolOn(ago(7), { type: 4, blood: 'black' })] }, ['appointment']],
    [
      'a loose stool with blood',
      { events: [stoolOn(TODAY, { type: 6, blood: 'mixed' })] },
      ['same-day', 'appointment']
    ],
    ['a soft stool with blood', { events: [stoolOn(TODAY, { type: 5, blood: 'mixed' })] }, ['appointment']],
    [
      'loose and bloody, but not the same',
      { events: [stoolOn(TODAY, LOOSE), stoolOn(TODAY, { type: 4, blood: 'streaks' })] },
      ['appointment']
    ],

    ['blood 59 days ago', { events: [stoolOn(ago(59), { type: 4, blood: 'streaks' })] }, ['appointment']],
    ['blood 60 days ago', { events: [stoolOn(ago(60), { type: 4, blood: 'streaks' })] }, []],
    ['mucus', { events: [stoolOn(TODAY, { type: 4, mucus: true })] }, []],

    [
      'two nights in two weeks',
      { events: [stoolOn(ago(13), { type: 4, nocturnal: true }), stoolOn(TODAY, { type: 4, nocturnal: true })] },
      ['appointment']
    ],
    [
      'two nights in more than two weeks',
      { events: [stoolOn(ago(14), { type: 4, nocturnal: true }), stoolOn(TODAY, { type: 4, nocturnal: true })] },
      []
    ],
    [
      'twice in one night',
      { events: [stoolOn(TODAY, { type: 4, nocturnal: true }), stoolOn(TODAY, { type: 5, nocturnal: true })] },
      []
    ],

    ['loose for eight days', { events: stools(7, 0, LOOSE) }, ['appointment']],
    ['loose for seven days', { events: stools(6, 0, LOOSE) }, []],
    ['loose for eight days up to two days ago', { events: stools(9, 2, LOOSE) }, ['appointment']],
    ['loose for eight days up to three days ago', { events: stools(10, 3, LOOSE) }, []],
    [
      'loose for eight days with a gap of one',
      { events: [...stools(7, 4, LOOSE), ...stools(2, 0, LOOSE)] },
      ['appointment']
    ],
    ['loose for eight days with a gap of two', { events: [...stools(7, 5, LOOSE), ...stools(2, 0, LOOSE)] }, []],
    [
      'loose for eight days, one of them usual',
      { events: [...stools(7, 5, LOOSE), ...stools(4, 4, USUAL), ...stools(3, 0, LOOSE)] },
      []
    ],
    [
      'loose for eight days, one of them without',
      {
        events: [...stools(7, 5, LOOSE), ...stools(3, 0, LOOSE)],
        days: [dayOn(ago(4), { 'no-bowel-movement': true })]
      },
      []
    ],
    ['loose for eight days, and usual today', { events: [...stools(8, 1, LOOSE), stoolOn(TODAY, USUAL)] }, []],

    ['7 for two weeks', { days: run(13, 0, { bloating: 7 }) }, ['appointment']],
    ['7 for two weeks up to yesterday', { days: run(14, 1, { bloating: 7 }) }, ['appointment']],
    [
      'four days of 7 in each of two weeks',
      { days: [...run(13, 10, { bloating: 7 }), ...run(3, 0, { bloating: 7 })] },
      ['appointment']
    ],
    ['three days of it in one of them', { days: [...run(13, 11, { bloating: 7 }), ...run(3, 0, { bloating: 7 })] }, []],
    ['two weeks just below 7', { days: [...run(13, 1, { bloating: 7 }), dayOn(TODAY, { bloating: 6 })] }, []],
    ['one week of 10', { days: run(6, 0, { bloating: 10 }) }, []],
    ['stress of 10', { days: run(13, 0, { stress: 10 }) }, []],

    [
      'three weeks of loose stools after usual ones',
      { events: [...stools(59, 21, USUAL), ...changed(20, LOOSE)] },
      ['appointment']
    ],
    [
      'three weeks of hard ones after usual ones',
      { events: [...stools(59, 21, USUAL), ...changed(20, HARD)] },
      ['appointment']
    ],
    ['two weeks of loose stools after usual ones', { events: [...stools(59, 14, USUAL), ...changed(13, LOOSE)] }, []],
    [
      'the same at 50',
      { events: [...stools(59, 14, USUAL), ...changed(13, LOOSE)], about: ['from-50'] },
      ['appointment']
    ],
    ['three weeks of it with too little before', { events: [...stools(33, 21, USUAL), ...changed(20, LOOSE)] }, []],
    ['loose ones as ever', { events: changed(59, LOOSE) }, []],
    ['the same at over 60', { events: changed(59, LOOSE), about: ['over-60'] }, ['appointment']],
    [
      'five weeks of it at over 60',
      { events: [...changed(59, { type: 3 }), ...changed(34, LOOSE)].filter(uniqueDays()), about: ['over-60'] },
      []
    ],

    [
      'low mood of 8 on three of seven days',
      { days: [...run(6, 3, { 'low-mood': 2 }), ...run(2, 0, { 'low-mood': 8 })] },
      ['support']
    ],
    ['low mood of 8 on two', { days: [...run(6, 2, { 'low-mood': 2 }), ...run(1, 0, { 'low-mood': 8 })] }, []],
    ['low mood of 7 on seven', { days: run(6, 0, { 'low-mood': 7 }) }, []],
    [
      'three low days with seven others since',
      { days: [...run(9, 7, { 'low-mood': 9 }), ...run(6, 0, { 'low-mood': 1 })] },
      []
    ],
    ['three low days with few since, two weeks ago', { days: run(16, 14, { 'low-mood': 9 }) }, []],

    ['WHO-5 of 50', { scores: [scoreOn(ago(3), 'who-5', 50)] }, ['support']],
    ['WHO-5 of 52', { scores: [scoreOn(ago(3), 'who-5', 52)] }, []],
    ['a later one of 60', { scores: [scoreOn(ago(30), 'who-5', 20), scoreOn(ago(3), 'who-5', 60)] }, []],
    ['one of long ago', { scores: [scoreOn(ago(60), 'who-5', 20)] }, []],
    ['PHQ-2 of 3', { scores: [scoreOn(TODAY, 'phq-2', 3)] }, ['support']],
    ['PHQ-2 of 2', { scores: [scoreOn(TODAY, 'phq-2', 2)] }, []],
    ['GAD-2 of 3', { scores: [scoreOn(TODAY, 'gad-2', 3)] }, ['support']],
    ['PHQ-9 of 10', { scores: [scoreOn(TODAY, 'phq-9', 10)] }, ['support']],
    ['GAD-7 of 9', { scores: [scoreOn(TODAY, 'gad-7', 9)] }, []],
    ['a score of something else', { scores: [scoreOn(TODAY, 'ibs-sss', 400)] }, []],

    [
      'nine groups left out',
      { restriction: { is: 'suspend', groups: Array<string>(9).fill('x'), title: '', text: '' } },
      ['eating']
    ],
    [
      'six groups left out',
      { restriction: { is: 'nudge', groups: Array<string>(6).fill('x'), title: '', text: '' } },
      []
    ]
  ])('%s', (_, given, expected) => {
    expect(levels(given)).toEqual(expected)
  })
})

/** Stools that lean to one form: three of four days have it, so that no spell is unbroken. */
function changed(from: number, value: StoolValue): EventRecord[] {
  return daysFrom(ago(from), TODAY).map((day, i) => stoolOn(day, i % 4 === 0 ? USUAL : value))
}
/** The last of several on a day stays. */
function uniqueDays() {
  return (event: EventRecord, i: number, all: EventRecord[]) => all.findLastIndex(({ day }) => day === event.day) === i
}

describe('each sign', () => {
  it.each(SIGNS.filter(({ days }) => days === undefined))('$id shows its card, ticked today', ({ id, level, name }) => {
    const found = cards({ worries: [worryOn(TODAY, id)] })
    expect(found.map((card) => card.level)).toEqual([level])
    expect(found[0]?.reasons).toEqual([`You ticked “${name}” on 23 November.`])
  })

  it.each([
    ['emergency', 'fainting', 2, ['emergency']],
    ['emergency', 'fainting', 3, ['appointment']],
    ['same-day', 'yellow', 6, ['same-day']],
    ['same-day', 'yellow', 7, ['appointment']],
    ['appointment', 'lump', 59, ['appointment']],
    ['appointment', 'lump', 60, []],
    ['emergency', 'fainting', 60, []]
  ] as const)('of %s (%s), %i days ago', (_, id, days, expected) => {
    expect(levels({ worries: [worryOn(ago(days), id)] })).toEqual(expected)
  })

  it('that one hardly ate counts on three days of two weeks', () => {
    const on = (...days: number[]) => levels({ worries: days.map((n) => worryOn(ago(n), 'hardly-ate')) })
    expect(on(0, 5)).toEqual([])
    expect(on(0, 5, 14)).toEqual([])
    expect(on(0, 5, 13)).toEqual(['eating'])
  })

  it('of a day to come, or of a later version, is passed over', () => {
    expect(levels({ worries: [worryOn(dayAfter(TODAY, 1), 'fainting'), worryOn(TODAY, 'no-such-sign')] })).toEqual([])
  })

  it('has an id of its own, and a group', () => {
    expect(new Set(SIGNS.map(({ id }) => id)).size).toBe(SIGNS.length)
    for (const { level } of SIGNS) expect(SIGN_GROUPS[level]).toBeTruthy()
  })
})

describe('the words', () => {
  it('name the days', () => {
    const blood = (...days: Day[]) =>
      reasons({ events: days.map((day) => stoolOn(day, { type: 4, blood: 'streaks' })) })
    expect(blood('2026-11-05', '2026-11-03')).toEqual(['You noted blood or black stool on 3 and 5 November.'])
    expect(blood('2026-10-28', '2026-11-03', '2026-11-05')).toEqual([
      'You noted blood or black stool on 28 October, 3 and 5 November.'
    ])
    expect(blood(...daysFrom('2026-11-01', '2026-11-05'), '2026-11-12')).toEqual([
      'You noted blood or black stool on 6 days, the last on 12 November.'
    ])
  })

  it('tell a spell by its ends, and symptoms by name', () => {
    expect(reasons({ events: stools(8, 0, LOOSE) })).toEqual([
      'You noted loose stools for more than seven days, from 15 November to 23 November, and none of another kind.'
    ])
    expect(reasons({ days: run(13, 0, { bloating: 8, fatigue: 9, 'brain-fog': 2, gas: 7 }) })).toEqual([
      'Bloating, Gas and Fatigue averaged 7 or more in each of the last two weeks.'
    ])
  })

  const everything = cards({
    days: [...run(13, 0, { bloating: 8, 'low-mood': 9, 'abdominal-pain': 9 })],
    events: [
      ...stools(59, 21, USUAL),
      ...stools(20, 0, { type: 6, nocturnal: true }),
      stoolOn(TODAY, { type: 7, blood: 'mixed' }),
      stoolOn(ago(1), { type: 4, blood: 'black' })
    ],
    worries: [
      worryOn(TODAY, ...SIGNS.map(({ id }) => id)),
      worryOn(ago(1), 'hardly-ate'),
      worryOn(ago(2), 'hardly-ate'),
      worryOn(ago(20), ...SIGNS.map(({ id }) => id))
    ],
    scores: [scoreOn(TODAY, 'who-5', 10), scoreOn(ago(1), 'phq-9', 20)],
    about: ['from-50', 'over-60'],
    restriction: { is: 'suspend', groups: Array<string>(9).fill('x'), title: '', text: '' }
  })
  const harder = cards({ events: [...stools(59, 14, USUAL), ...changed(13, HARD)], about: ['from-50'] })
  const shown = [...everything, ...harder].flatMap(({ title, text, reasons: all }) => [title, text, ...all])

  it('of everything at once are all there, the most urgent first', () => {
    expect(everything.map(({ level }) => level)).toEqual(LEVELS)
    expect(shown.length).toBeGreaterThan(40)
  })

  it('claim no reason, shout nothing, and say what the app cannot', () => {
    for (const text of [...shown, ...Object.values(SIGN_GROUPS)]) {
      expect(text).not.toMatch(BANNED)
      expect(text).not.toMatch(/!|undefined|null|NaN|\s{2}/)
    }
    for (const { text } of everything)
      expect(text).toMatch(/This app can’t tell what (it means|they mean|your entries mean)\./)
  })

  it('name no disease', () => {
    for (const text of shown) expect(text).not.toMatch(DISEASES)
    // The list bites: sentences that a card must never hold.
    for (const text of ['This may be colitis.', 'Signs of an ulcer', 'It could be coeliac disease', 'Depression']) {
      expect(text).toMatch(DISEASES)
    }
  })
})

const DISEASES =
  /\b(cancer|tumou?r|crohn|colitis|c(o)?eliac|ibs|ibd|sibo|irritable bowel|inflammatory|diverticul\w*|appendicitis|ulcer\w*|gastritis|gastroenteritis|an(a)?emi[ac]|hepatitis|jaundice|cirrhosis|pancreatitis|gallstones?|depress\w*|anxiety disorder|anorexi\w*|bulimi\w*|eating disorder|arfid|diabet\w*|sepsis|obstruction|perforat\w*|ha?emorrhoids?|piles|polyps?|infection|parasit\w*|salmonell\w*|norovirus|anaphyla\w*|allerg\w*|intoleran\w*|malabsorption|thyroid|endometriosis|leaky|syndrome|disorder|heart attack|stroke)\b/i

describe('putting aside', () => {
  const blood = (...days: Day[]): Given => ({ events: days.map((day) => stoolOn(day, { type: 4, blood: 'streaks' })) })
  const seenOf = (given: Given, day = TODAY) =>
    Object.fromEntries(cards(given).flatMap(({ keys }) => keys.map((key) => [key, day])))

  it('keeps a card away until something new is logged', () => {
    const before = blood('2026-11-03', '2026-11-05')
    const seen = seenOf(before)
    expect(levels({ ...before, seen })).toEqual([])
    expect(levels({ ...before, seen, today: ago(-10) })).toEqual([])
    // Later, or noted afterwards for an earlier day.
    for (const day of ['2026-11-23', '2026-11-04']) {
      const after = blood('2026-11-03', '2026-11-05', day)
      expect(levels({ ...after, seen })).toEqual(['appointment'])
    }
  })

  it('covers what says less about the same thing, and nothing that says more', () => {
    const black = { events: [stoolOn(ago(2), { type: 4, blood: 'black' })] } satisfies Given
    const urgent = cards(black)[0]
    expect(urgent?.level).toBe('same-day')
    const seen = Object.fromEntries((urgent?.keys ?? []).map((key) => [key, TODAY]))
    expect(levels({ ...black, seen })).toEqual([])
    expect(levels({ ...black, seen, today: dayAfter(TODAY, 10) })).toEqual([])

    const streaks = { events: [stoolOn(ago(2), { type: 4, blood: 'streaks' })] } satisfies Given
    expect(levels({ ...black, seen: seenOf(streaks) })).toEqual(['same-day'])
  })

  it('of an urgent sign stays so when the hurry is over', () => {
    const given = { worries: [worryOn(TODAY, 'yellow')] }
    expect(levels({ ...given, seen: seenOf(given), today: dayAfter(TODAY, 20) })).toEqual([])
    expect(levels({ ...given, today: dayAfter(TODAY, 20) })).toEqual(['appointment'])
  })

  it('of a spell lasts four weeks, or until another one begins', () => {
    const given = { events: stools(9, 0, LOOSE) }
    const seen = seenOf(given)
    expect(levels({ ...given, seen })).toEqual([])
    const goingOn = (days: number): Given => ({
      today: dayAfter(TODAY, days),
      events: daysFrom(ago(9), dayAfter(TODAY, days)).map((day) => stoolOn(day, LOOSE)),
      seen
    })
    expect(levels(goingOn(27))).toEqual([])
    expect(levels(goingOn(28))).toEqual(['appointment'])
    const again: Given = {
      today: dayAfter(TODAY, 12),
      events: [...given.events, ...daysFrom(dayAfter(TODAY, 4), dayAfter(TODAY, 12)).map((day) => stoolOn(day, LOOSE))],
      seen
    }
    expect(levels(again)).toEqual(['appointment'])
  })

  it('cannot be done to an emergency for 24 hours from when it was logged', () => {
    const stamp = NOW - 24 * HOUR + 1
    const given: Given = { days: [dayOn(TODAY, { 'abdominal-pain': 9 }, stamp)] }
    expect(cards(given)[0]?.canHide).toBe(false)
    // Whatever says that it was seen.
    expect(levels({ ...given, seen: seenOf(given) })).toEqual(['emergency'])
    expect(cards({ ...given, now: NOW + 1 })[0]?.canHide).toBe(true)
    expect(levels({ ...given, now: NOW + 1, seen: seenOf(given) })).toEqual([])
  })

  it('can be done to all others at once', () => {
    const given: Given = {
      events: [stoolOn(TODAY, { type: 4, blood: 'black' }, NOW)],
      worries: [worryOn(TODAY, 'lump')]
    }
    expect(cards(given).map(({ canHide }) => canHide)).toEqual([true, true])
  })
})
