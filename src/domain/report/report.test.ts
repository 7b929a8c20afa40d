import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, daysFrom, type Day } from '#domain/day.ts'
import type { Verdict } from '#domain/elimination/protocol.ts'
import { withEvents } from '#domain/elimination/arbitrary.ts'
import type { InsightReport, TestedPair } from '#domain/insights/report.ts'
import type { EventRecord, StoolValue } from '#domain/record.ts'
import type { Lab } from '#domain/results/lab.ts'
import { beforeAfter } from '#domain/stats/before-after.ts'
import { BANNED } from '#domain/stats/words.ts'
import { trackedOf } from '#domain/tracked.ts'
import { ALL, emptyInput, factIn, LAST, rowIn, sample, sampleInput, sectionIn } from './fixture.ts'
import { reportOf } from './report-of.ts'
import { BLOCKS, type BlockId, type Report, type ReportInput } from './report.ts'
import { reportText } from './text.ts'

const START: Day = '2026-01-14'
const full = reportOf(sampleInput())

/** The recorded scores, straight from the rows. */
const scoresOf = (id: string, from: Day, to: Day): number[] =>
  sample.days
    .filter(({ day }) => day >= from && day <= to)
    .flatMap(({ answers }) => (typeof answers[id] === 'number' ? [answers[id]] : []))
const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const share = (values: number[]): number =>
  Math.round((values.filter((value) => value <= 3).length / values.length) * 100)
const minus = (value: number): string => value.toFixed(1).replace('-', '−')
const titles = (report: Report) => report.sections.map(({ id }) => id)
const stool = (day: Day, value: Partial<StoolValue>, n = 1): EventRecord => ({
  id: `${day}/00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  day,
  trackable: 'bowel-movement',
  value: { type: 4, ...value },
  stamp: 1
})

describe('the head of a report', () => {
  it('says which days it is about and how many of them were recorded', () => {
    expect(factIn({ facts: full.facts }, 'Period')).toBe('31 Dec 2025 to 30 Jun 2026')
    const recorded = new Set([...sample.days, ...sample.events].map(({ day }) => day)).size
    expect(factIn({ facts: full.facts }, 'Recorded')).toBe(
      `${recorded} of 182 days (${Math.round((recorded / 182) * 100)} %)`
    )
    expect(full.missing).toBeNull()
  })

  it('says what was said of missed days beside the coverage, as far as they are still empty', () => {
    const days = daysFrom('2026-03-01', '2026-03-31').map((day) => ({ day, answers: { bloating: 3 }, stamps: {} }))
    const diary = { days: days.filter(({ day }) => day < '2026-03-10' || day > '2026-03-16'), events: [] }
    const missed = [
      { from: '2026-03-10', to: '2026-03-16', said: 'same' as const },
      { from: '2026-03-20', to: '2026-03-25', said: 'worse' as const },
      { from: '2026-02-01', to: '2026-02-09', said: 'better' as const }
    ]
    const { facts } = reportOf(emptyInput('2026-03-01', '2026-03-31', { diary, missed }))
    expect(factIn({ facts }, 'Days missed')).toBe('10 Mar 2026 to 16 Mar 2026 not recorded; they say: about the same.')
    expect(facts.map(({ name }) => name).indexOf('Days missed')).toBe(
      facts.map(({ name }) => name).indexOf('Recorded') + 1
    )
    expect(JSON.stringify(reportOf(emptyInput('2026-03-01', '2026-03-31', { diary })).sections)).toBe(
      JSON.stringify(reportOf(emptyInput('2026-03-01', '2026-03-31', { diary, missed })).sections)
    )
  })

  it('has a name and a date of birth only where they were typed', () => {
    expect(full.facts.map(({ name }) => name)).toEqual(['Period', 'Recorded'])
    const person = { name: ' Ada ', born: '1984-05-03', reason: 'Tired' }
    const report = reportOf(sampleInput({ person }))
    expect(report.facts.slice(0, 2)).toEqual([
      { name: 'Name', text: 'Ada' },
      { name: 'Born', text: '3 May 1984' }
    ])
    expect(factIn(sectionIn(report, 'reason'), 'Reason')).toBe('Tired')
  })

  it('names the target symptoms and where the plan stands', () => {
    const reason = sectionIn(full, 'reason')
    expect(factIn(reason, 'Target symptoms')).toBe('Bloating and Fatigue')
    expect(factIn(reason, 'Plan')).toBe('week 24 of 24, begun on 14 Jan 2026')
  })

  it('ends with what it is, when it was made and with what', () => {
    expect(full.footer.join(' ')).toContain('not a medical device')
    expect(full.footer.join(' ')).toContain('statistics are descriptive')
    expect(full.footer.at(-1)).toBe('Made on 30 Jun 2026 at 14:05 (Europe/Oslo, UTC+02:00) with Mend, version 1.2.3.')
    const made = { day: LAST, clock: '09:00', zone: 'America/St_Johns', offset: -210, version: '1' }
    expect(reportOf(sampleInput({ made })).footer.at(-1)).toContain('(America/St_Johns, UTC−03:30)')
  })

  it('says of the made-up diary that it is made up', () => {
    expect(reportOf(sampleInput({ isSample: true })).title).toContain('made up')
    expect(full.title).not.toContain('made up')
  })
})

describe('symptoms', () => {
  const section = sectionIn(full, 'symptoms')

  it('have the numbers of the sample diary', () => {
    for (const [id, name] of [
      ['bloating', 'Bloating'],
      ['fatigue', 'Fatigue'],
      ['low-mood', 'Low mood']
    ] as const) {
      const before = scoresOf(id, '2025-12-31', '2026-01-13')
      const now = scoresOf(id, '2026-06-03', LAST)
      const byDay = new Map(sample.days.map(({ day, answers }) => [day, answers[id]]))
      const days = (from: Day, to: Day) =>
        daysFrom(from, to).map((day) => {
          const value = byDay.get(day)
          return typeof value === 'number' ? value : null
        })
      const range = beforeAfter(days('2025-12-31', '2026-01-13'), days('2026-06-03', LAST))
      expect(rowIn(section, name).slice(0, 5)).toEqual([
        name,
        `${meanOf(before).toFixed(1)} (${before.length} of 14 days)`,
        `${meanOf(now).toFixed(1)} (${now.length} of 28 days)`,
        `${minus(meanOf(now) - meanOf(before))} (${minus(range?.low ?? 0)} to ${minus(range?.high ?? 0)})`,
        `${share(before)} % → ${share(now)} %`
      ])
    }
  })

  it('begin with the targets', () => {
    const names = section.tables[0]?.rows.map(({ cells }) => cells[0]?.text)
    expect(names?.slice(0, 2)).toEqual(['Bloating', 'Fatigue'])
    expect(names).toHaveLength(6)
  })

  it('have a line of weekly means, with gaps where fewer than four days are recorded', () => {
    const weeks = section.tables[0]?.rows[0]?.cells.at(-1)?.weeks ?? []
    expect(weeks).toHaveLength(26)
    weeks.forEach((week, i) => {
      const from = dayAfter('2025-12-31', i * 7)
      const scores = scoresOf('bloating', from, dayAfter(from, 6))
      if (scores.length < 4) expect(week).toBeNull()
      else expect(week).toBeCloseTo(meanOf(scores), 10)
    })
    expect(weeks).toContain(null)
  })

  it('are not compared in the first four weeks', () => {
    const to = dayAfter(START, 26)
    const row = rowIn(sectionIn(reportOf(sampleInput({ period: { from: '2025-12-31', to } })), 'symptoms'), 'Bloating')
    expect(row[3]).toBe('not compared (first four weeks)')
  })

  it('are compared over two weeks before week 8', () => {
    const to = dayAfter(START, 34)
    const section = sectionIn(reportOf(sampleInput({ period: { from: '2025-12-31', to } })), 'symptoms')
    expect(section.tables[0]?.columns[2]?.name).toBe('Last 14 days, mean')
    const now = scoresOf('bloating', dayAfter(to, -13), to)
    expect(rowIn(section, 'Bloating')[2]).toBe(`${meanOf(now).toFixed(1)} (${now.length} of 14 days)`)
  })

  it('have no number below the minimum of days', () => {
    // Seven of the fourteen days before, and thirteen of the last twenty-eight.
    const [before, now] = [daysFrom('2026-01-07', '2026-01-13'), daysFrom('2026-06-18', LAST)]
    const days = [...before, ...now].map((day) => ({ day, answers: { bloating: 5 }, stamps: {} }))
    const row = (diary: ReportInput['diary']) =>
      rowIn(sectionIn(reportOf(sampleInput({ diary })), 'symptoms'), 'Bloating').slice(1, 5)
    expect(row({ days, events: [] })).toEqual([
      'not enough days (7 of 14 days)',
      'not enough days (13 of 28 days)',
      'not compared',
      '–'
    ])
    // One more day of each is enough.
    const more = ['2026-01-06', '2026-06-17'].map((day) => ({ day, answers: { bloating: 5 }, stamps: {} }))
    const enough = row({ days: [...more, ...days].sort((a, b) => (a.day < b.day ? -1 : 1)), events: [] })
    expect(enough.slice(0, 3)).toEqual(['5.0 (8 of 14 days)', '5.0 (14 of 28 days)', '0.0 (0.0 to 0.0)'])
  })

  it('have no before without a plan, nor where things had changed already', () => {
    for (const plan of [null, { ...sample.plan, id: 'plan', stamp: 1, isPostHoc: true as const }]) {
      const section = sectionIn(reportOf(sampleInput({ plan })), 'symptoms')
      const row = rowIn(section, 'Bloating')
      expect(row[1]).toMatch(/^none/)
      expect(row[3]).toBe('not compared')
      expect(row[2]).toBe(
        `${meanOf(scoresOf('bloating', '2026-06-03', LAST)).toFixed(1)} (${scoresOf('bloating', '2026-06-03', LAST).length} of 28 days)`
      )
      expect(section.notes.join(' ')).toContain('no baseline')
    }
  })

  it('leave paused days out', () => {
    const plan = {
      ...sample.plan,
      id: 'plan',
      stamp: 1,
      pauses: [{ from: '2026-06-21', to: '2026-06-27', why: 'travel' as const }]
    }
    const row = rowIn(sectionIn(reportOf(sampleInput({ plan })), 'symptoms'), 'Bloating')
    const now = [...scoresOf('bloating', '2026-05-27', '2026-06-20'), ...scoresOf('bloating', '2026-06-28', LAST)]
    expect(row[2]).toBe(`${meanOf(now).toFixed(1)} (${now.length} of 28 days)`)
  })

  it('are at most twelve; the others are named', () => {
    const items = trackedOf(
      Array.from({ length: 14 }, (_, i) => ({
        id: `own-${i}`,
        stamp: 1,
        own: { name: `Own ${i}`, category: 'systemic' as const, kind: 'scale' as const }
      }))
    )
    const answers = Object.fromEntries(items.filter(({ isOwn }) => isOwn).map(({ id }) => [id, 1]))
    const diary = { days: [{ day: LAST, answers, stamps: {} }], events: [] }
    const section = sectionIn(reportOf(emptyInput('2026-06-01', LAST, { items, diary })), 'symptoms')
    expect(section.tables[0]?.rows).toHaveLength(12)
    expect(section.notes.at(-1)).toBe('Also recorded: Own 12 and Own 13.')
  })
})

describe('bowel movements', () => {
  it('have the numbers of the sample diary', () => {
    const section = sectionIn(full, 'stools')
    const stools = sample.events.filter(({ trackable }) => trackable === 'bowel-movement')
    const types = stools.map(({ value }) => (value as StoolValue).type)
    const moved = new Set(stools.map(({ day }) => day))
    const none = sample.days.filter(({ day, answers }) => answers['no-bowel-movement'] === true && !moved.has(day))
    const days = moved.size + none.length
    expect(factIn(section, 'Movements a day')).toBe(
      `${(types.length / days).toFixed(1)} on average (${types.length} movements on ${days} days with an answer, none on ${none.length} of them)`
    )
    const of = (from: number, to: number) => {
      const n = types.filter((type) => type >= from && type <= to).length
      return `${Math.round((n / types.length) * 100)} % (${n})`
    }
    expect(factIn(section, 'Form (Bristol types)')).toBe(
      `types 1 and 2 (hard): ${of(1, 2)}; types 3 to 5: ${of(3, 5)}; types 6 and 7 (loose): ${of(6, 7)}`
    )
    expect(factIn(section, 'Nights woken')).toBe('none noted')
    expect(factIn(section, 'Days with blood')).toBe('none noted')
  })

  it('have no average below eight days, and none is invented for days that do not say', () => {
    const events = daysFrom('2026-06-01', '2026-06-07').map((day) => stool(day, {}))
    const section = sectionIn(reportOf(emptyInput('2026-06-01', LAST, { diary: { days: [], events } })), 'stools')
    expect(factIn(section, 'Movements a day')).toBe('not enough days (7 days with an answer, 8 needed)')
    const days = [{ day: '2026-06-08', answers: { 'no-bowel-movement': true }, stamps: {} }]
    const more = sectionIn(reportOf(emptyInput('2026-06-01', LAST, { diary: { days, events } })), 'stools')
    expect(factIn(more, 'Movements a day')).toBe(
      '0.9 on average (7 movements on 8 days with an answer, none on 1 of them)'
    )
  })
})

describe('things noted', () => {
  it('have their dates, of this time only', () => {
    const events = [
      stool('2026-05-31', { blood: 'black' }),
      stool('2026-06-02', { blood: 'streaks' }, 1),
      stool('2026-06-02', { blood: 'streaks', nocturnal: true }, 2),
      stool('2026-06-09', { blood: 'streaks' })
    ]
    const worries = [
      { id: '2026-06-10', day: '2026-06-10', signs: ['fever'], stamp: 1 },
      { id: '2026-06-12', day: '2026-06-12', signs: ['fever', 'night'], stamp: 1 },
      { id: '2026-05-30', day: '2026-05-30', signs: ['lump'], stamp: 1 }
    ]
    const input = emptyInput('2026-06-01', LAST, { diary: { days: [], events }, worries })
    expect(sectionIn(reportOf(input), 'signs').facts).toEqual([
      { name: 'Blood on the stool or the paper', text: '2 days: 2 Jun and 9 Jun 2026' },
      { name: 'Woken at night by a bowel movement', text: '2 Jun 2026' },
      { name: '“High fever with loose stools” (ticked)', text: '2 days: 10 Jun and 12 Jun 2026' },
      { name: '“Symptoms that keep waking me at night” (ticked)', text: '12 Jun 2026' }
    ])
  })

  it('are counted where they are many', () => {
    const events = daysFrom('2026-06-01', '2026-06-10').map((day) => stool(day, { blood: 'mixed' }))
    const { facts } = sectionIn(reportOf(emptyInput('2026-06-01', LAST, { diary: { days: [], events } })), 'signs')
    expect(facts[0]?.text).toMatch(/^10 days: 3 Jun, .* and 10 Jun 2026; 2 earlier$/)
  })

  it('say that nothing was noted, not that nothing was there', () => {
    expect(sectionIn(full, 'signs')).toMatchObject({ facts: [], lines: [expect.stringContaining('may still have')] })
  })
})

describe('medicines and supplements', () => {
  const section = sectionIn(full, 'medicines')

  it('have courses and painkillers of this time', () => {
    expect(factIn(section, 'Antibiotic courses')).toBe('Amoxicillin, 26 Feb 2026 to 4 Mar 2026')
    const taken = sample.events.filter(({ trackable }) => trackable === 'nsaid-dose')
    const days = new Set(taken.map(({ day }) => day)).size
    expect(factIn(section, 'Painkiller (NSAID)')).toMatch(`on ${days} days; doses: ibuprofen ${taken.length}; last on`)
    const later = reportOf(sampleInput({ period: { from: '2026-06-20', to: LAST } }))
    expect(factIn(sectionIn(later, 'medicines'), 'Antibiotic courses')).toBe('none noted')
  })

  it('have a course that began before and reached into this time, or still goes on', () => {
    const course = (value: object): EventRecord => ({
      id: '2026-05-28/00000000-0000-4000-8000-000000000001',
      day: '2026-05-28',
      trackable: 'antibiotic-course',
      value: { name: 'Doxycycline', class: 'tetracycline', ...value },
      stamp: 1
    })
    const text = (value: object) =>
      factIn(
        sectionIn(reportOf(emptyInput('2026-06-01', LAST, { courses: [course(value)] })), 'medicines'),
        'Antibiotic courses'
      )
    expect(text({ end: '2026-06-03' })).toBe('Doxycycline (tetracycline), 28 May 2026 to 3 Jun 2026')
    expect(text({})).toBe('Doxycycline (tetracycline), 28 May 2026, going on')
    expect(text({ end: '2026-05-30' })).toBe('none noted')
  })

  it('have doses with their unit written out, and how much was taken between what is known and what is not', () => {
    const row = rowIn(section, 'L-glutamine')
    const said = sample.days.flatMap(({ answers }) => {
      const answer = answers['sup-glutamine']
      return typeof answer === 'object' && 'taken' in answer ? [answer.taken] : []
    })
    const taken = said.filter(Boolean).length
    const percent = (of: number) => Math.round((taken / of) * 100)
    expect(row).toEqual([
      'L-glutamine',
      '5 grams, once a day (on an empty stomach)',
      '14 Jan 2026, going on',
      `${percent(168)} % to ${percent(said.length)} % (${taken} of 168 doses, ${168 - said.length} without an answer)`
    ])
  })

  it('have supplements that are on no plan', () => {
    const medicines = sectionIn(reportOf(sampleInput({ steps: [] })), 'medicines')
    expect(rowIn(medicines, 'Zinc').at(-1)).toMatch(/^\d+ of \d+ recorded days$/)
  })
})

describe('diets and foods', () => {
  const verdict = (auto: Verdict) => ({ is: 'verdict-given', auto, alone: auto }) as const
  const protocol = withEvents('dairy-free', [
    [0, { is: 'safety-confirmed', answers: { eatingDisorder: false, fearOrLoss: false, vulnerable: false } }],
    [14, { is: 'elimination-started' }],
    [35, { is: 'ready-confirmed' }],
    [35, { is: 'challenge-started', food: 'yoghurt', plannedDays: 1 }],
    [35, { is: 'dose-taken', challengeDay: 1, size: 'small' }],
    [36, { is: 'observation-begun' }],
    [39, verdict('possible-reaction')],
    [43, { is: 'washout-ended' }],
    [50, { is: 'challenge-started', food: 'yoghurt', plannedDays: 1 }],
    [50, { is: 'dose-taken', challengeDay: 1, size: 'small' }],
    [51, { is: 'observation-begun' }],
    [54, verdict('possible-reaction')]
  ])
  const days = ['yes', 'yes', 'mostly', 'no', 'yes'].map((kept, i) => ({
    day: dayAfter('2026-03-16', i),
    answers: { 'diet-kept': kept },
    stamps: {}
  }))
  const report = reportOf(
    emptyInput('2026-03-01', LAST, { protocols: [protocol], diary: { days, events: [] }, today: LAST })
  )

  it('say what was left out, from when to when and how closely', () => {
    expect(rowIn(sectionIn(report, 'diet'), 'Dairy-free')).toEqual([
      'Dairy-free',
      'Dairy',
      '16 Mar 2026 to 5 Apr 2026',
      '3 weeks',
      'on 3 of 5 days (mostly on 1, not on 1)'
    ])
    expect(rowIn(sectionIn(full, 'diet'), 'Less added sugar').slice(2, 4)).toEqual([
      '4 Mar 2026 to 28 Apr 2026',
      '8 weeks'
    ])
  })

  it('list each tested food once, with all its dates, its verdict and its repeats', () => {
    expect(rowIn(sectionIn(report, 'foods'), 'Yoghurt')).toEqual([
      'Yoghurt',
      '6 Apr and 21 Apr 2026',
      'likely reaction',
      '1'
    ])
    expect(sectionIn(report, 'foods').tables[0]?.rows).toHaveLength(1)
    expect(sectionIn(report, 'diet').notes.join()).toContain('Yoghurt')
  })

  it('are left out where nothing was tried in this time', () => {
    const later = reportOf(emptyInput('2026-06-01', LAST, { protocols: [protocol] }))
    expect(titles(later)).not.toContain('foods')
    expect(titles(later)).not.toContain('diet')
    expect(later.empty).toContain('foods tested')
  })
})

describe('what goes along with what', () => {
  const pair = (symptom: string, exposure: string, more: Partial<TestedPair> = {}): TestedPair => ({
    is: 'tested',
    symptom,
    exposure,
    kind: 'days',
    withDays: 40,
    withoutDays: 60,
    standsOut: true,
    effect: 1.5,
    low: 0.6,
    high: 2.4,
    meanWith: 5.1,
    meanWithout: 3.4,
    lag: 1,
    p: 0.001,
    q: 0.01,
    ...more
  })
  const recorded = new Set([...sample.days, ...sample.events].map(({ day }) => day)).size
  const linksOf = (pairs: TestedPair[], more: Partial<InsightReport> = {}): InsightReport => ({
    from: '2025-12-31',
    to: LAST,
    days: recorded,
    pairs,
    tested: 22,
    byLuck: 1,
    shuffles: 4999,
    seed: 1,
    ...more
  })
  const section = (links: InsightReport | null) => sectionIn(reportOf(sampleInput({ links })), 'links')

  it('says how many comparisons were made and lists at most the three strongest', () => {
    const found = section(
      linksOf([
        pair('bloating', 'gluten', { q: 0.02 }),
        pair('bloating', 'upf', { q: 0.09 }),
        pair('fatigue', 'alcohol', { q: 0.01, lag: 0, effect: -1.2, low: -2, high: -0.01 }),
        pair('fatigue', 'added-sugar', { q: 0.05 }),
        pair('bloating', 'alcohol', { q: 0.001, standsOut: false })
      ])
    )
    expect(found.lines[0]).toMatch(
      /^22 comparisons were made \(31 Dec 2025 to 30 Jun 2026, \d+ days recorded\); 4 stand out, the 3 strongest are listed\. By luck alone up to about 1 could\.$/
    )
    expect(found.tables[0]?.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      'Fatigue; Alcohol',
      'Bloating; Gluten',
      'Fatigue; Added sugar'
    ])
    expect(rowIn(found, 'Fatigue; Alcohol').slice(1)).toEqual([
      'on the same day',
      '40 and 60',
      '5.1 and 3.4',
      '−1.2 points (−2.0 to just below 0)'
    ])
    expect(found.notes.join(' ')).toContain('not why')
  })

  it('says so where none stands out, and where nobody looked', () => {
    expect(section(linksOf([pair('bloating', 'gluten', { standsOut: false })])).lines[0]).toContain('none stands out')
    expect(section(null).lines).toEqual(['No comparisons were made in this diary yet.'])
    expect(section(linksOf([], { tested: 0, byLuck: 0 })).lines[0]).toContain('0 comparisons were made')
  })

  it('leaves the numbers out where the diary has changed since, or the look is old', () => {
    const found = [pair('bloating', 'gluten')]
    expect(section(linksOf(found, { days: recorded - 7 })).tables).toHaveLength(1)
    for (const links of [linksOf(found, { days: recorded - 8 }), linksOf(found, { days: recorded + 8 })]) {
      expect(section(links).tables).toEqual([])
      expect(section(links).lines[0]).toContain('has changed since')
    }
    const before = (to: Day) => linksOf(found, { to, days: sample.days.filter(({ day }) => day <= to).length })
    expect(section(before('2026-06-02')).tables).toHaveLength(1)
    expect(section(before('2026-06-01')).tables).toEqual([])
  })
})

describe('results from elsewhere', () => {
  const lab: Lab = {
    id: 'l',
    day: '2026-03-01',
    test: 'other',
    name: 'Calprotectin',
    value: 50,
    comparator: '<',
    unit: 'ug/g',
    high: 50,
    lab: 'City',
    specimen: 'stool',
    method: '',
    note: 'fasting',
    stamp: 1
  }

  it('stand as they were typed', () => {
    const report = reportOf(
      sampleInput({
        labs: [lab, { ...lab, id: 'early', day: '2025-01-01' }],
        scores: [{ id: 's', day: '2026-02-01', instrument: 'ibs-sss', total: 285, note: 'at the practice', stamp: 1 }]
      })
    )
    expect(rowIn(sectionIn(report, 'labs'), 'Calprotectin')).toEqual([
      'Calprotectin (fasting)',
      '1 Mar 2026',
      '< 50 µg/g',
      'up to 50 µg/g',
      'City, stool'
    ])
    expect(sectionIn(report, 'labs').tables[0]?.rows).toHaveLength(1)
    expect(rowIn(sectionIn(report, 'scores'), 'IBS-SSS').slice(1)).toEqual(['1 Feb 2026', '285', 'at the practice'])
  })

  it('are named as missing where there are none', () => {
    expect(full.empty).toBe(
      'Nothing recorded in this time for: foods tested, questionnaire scores, laboratory results, my questions.'
    )
  })
})

describe('the blocks', () => {
  const rich = (blocks: ReadonlySet<BlockId>) =>
    reportOf(sampleInput({ blocks, questions: 'Why?\n\n And what next? ' }))

  it('are each left out by themselves', () => {
    const all = titles(rich(ALL))
    expect(all).toHaveLength(8)
    for (const id of Object.keys(BLOCKS) as BlockId[]) {
      const report = rich(new Set([...ALL].filter((one) => one !== id)))
      expect(titles(report)).toEqual(all.filter((one) => one !== id))
      expect(report.empty ?? '').not.toContain(BLOCKS[id].toLowerCase())
    }
    expect(rich(new Set())).toMatchObject({ sections: [], empty: null })
  })

  it('have the questions line by line', () => {
    expect(sectionIn(rich(ALL), 'questions').lines).toEqual(['Why?', 'And what next?'])
  })
})

describe('little or nothing recorded', () => {
  it('an empty diary says so and has no number in it', () => {
    const report = reportOf(emptyInput('2026-06-01', LAST))
    expect(report.missing).toBe('Nothing was recorded in this time. There is nothing to report yet.')
    expect(factIn({ facts: report.facts }, 'Recorded')).toBe('0 of 30 days (0 %)')
    expect(report.sections.flatMap(({ tables }) => tables)).toEqual([])
    const told = report.sections.flatMap(({ lines, facts }) => [...lines, ...facts.map(({ text }) => text)])
    expect(told.join(' ')).not.toMatch(/\d/)
  })

  it('a short one says what is missing in its place', () => {
    const days = daysFrom('2026-06-24', LAST).map((day) => ({ day, answers: { bloating: 4 }, stamps: {} }))
    const report = reportOf(emptyInput('2026-06-24', LAST, { diary: { days, events: [] } }))
    expect(report.missing).toMatch(/^Only 7 days of 7 recorded/)
    expect(rowIn(sectionIn(report, 'symptoms'), 'Bloating').slice(1)).toEqual([
      'none (no plan)',
      'not enough days (7 of 28 days)',
      'not compared',
      '–',
      'too few weeks'
    ])
  })
})

describe('as plain text', () => {
  it('has every section, fact and row', () => {
    const text = reportText(full)
    for (const { title, facts, tables, notes } of full.sections) {
      expect(text).toContain(title.toUpperCase())
      for (const fact of facts) expect(text).toContain(`${fact.name}: ${fact.text}`)
      for (const { cells } of tables.flatMap(({ rows }) => rows)) expect(text).toContain(`- ${cells[0]?.text ?? ''}`)
      for (const note of notes) expect(text).toContain(note)
    }
    expect(text).toContain(full.footer.join('\n'))
    expect(text).toMatch(/- Bloating: before, mean: \d\.\d \(\d+ of 14 days\); last 28 days, mean: /)
    expect(text).toContain('weekly means: ')
  })
})

describe('the words', () => {
  const emoji = /\p{Extended_Pictographic}/u

  it('claim no reason, whatever days it is about and whatever is left out', () => {
    const blocks = fc.subarray([...ALL]).map((ids) => new Set(ids))
    const ends = fc.tuple(fc.integer({ min: 0, max: 181 }), fc.integer({ min: 0, max: 181 }))
    fc.assert(
      fc.property(blocks, ends, fc.boolean(), (blocks, [a, b], hasPlan) => {
        const period = {
          from: dayAfter('2025-12-31', Math.min(a, b)),
          to: dayAfter('2025-12-31', Math.max(a, b))
        }
        const report = reportOf(sampleInput({ blocks, period, ...(!hasPlan && { plan: null }) }))
        const text = reportText(report)
        expect(text).not.toMatch(BANNED)
        expect(text).not.toMatch(emoji)
        expect(text).not.toMatch(/undefined|NaN|null/)
      }),
      { numRuns: 60 }
    )
  })
})
