import fc from 'fast-check'
import { Fhir } from 'fhir'
import { describe, expect, test } from 'vitest'
import { emptyTables, type Tables } from '#domain/backup/tables.ts'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { protocolOf } from '#domain/elimination/presets.ts'
import { SAFE } from '#domain/elimination/arbitrary.ts'
import type { EventBody, ProtocolEvent } from '#domain/elimination/protocol.ts'
import { arbitraryExport, sampleTables, TODAY } from '#domain/export/arbitrary.ts'
import { APP } from '#domain/export/app.ts'
import { CODES } from '#domain/export/codes.ts'
import type { AnswerValue, EventRecord } from '#domain/record.ts'
import { dayAfter } from '#domain/day.ts'
import { fhirBundle } from './bundle.ts'
import type { Bundle, MedicationStatement, Observation, Resource } from './types.ts'

const MADE = '2026-11-23T08:00:00.000Z'
const options = { made: MADE, today: TODAY, withReactions: true }
const fhir = new Fhir()

/** The forms of FHIR's simple types, by the names of the fields that have them: R4, datatypes, 2.24.0.1. */
const DATE_TIME =
  /^([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1])(T([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?$/
const FORMS: Record<string, RegExp> = {
  id: /^[A-Za-z0-9\-.]{1,64}$/,
  code: /^[^\s]+(\s[^\s]+)*$/,
  system: /^\S+$/,
  reference: /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  effectiveDateTime: DATE_TIME,
  start: DATE_TIME,
  end: DATE_TIME,
  dateAsserted: DATE_TIME,
  timestamp: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  issued: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
}

/** What the validator does not look at: simple values, empty parts, one value at most, references that lead somewhere. */
function problemsOf(bundle: Bundle): string[] {
  const problems: string[] = []
  const known = new Set(bundle.entry.map(({ fullUrl }) => fullUrl))
  const walk = (value: unknown, path: string, key: string): void => {
    if (Array.isArray(value)) {
      if (value.length === 0) problems.push(`${path} is empty`)
      value.forEach((each, i) => walk(each, `${path}[${i}]`, key))
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value)
      if (entries.length === 0) problems.push(`${path} is empty`)
      for (const choice of ['value', 'effective']) {
        const chosen = entries.filter(([name]) => new RegExp(`^${choice}[A-Z]`).test(name))
        if (chosen.length > 1) problems.push(`${path} has more than one ${choice}`)
      }
      if ('dataAbsentReason' in value && entries.some(([name]) => /^value[A-Z]/.test(name)))
        problems.push(`${path} has a value and has none`)
      entries.forEach(([name, each]) => walk(each, `${path}.${name}`, name))
    } else if (typeof value === 'string') {
      // eslint-disable-next-line no-control-regex
      if (value.trim() === '' || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(value)) {
        problems.push(`${path} is no text: ${JSON.stringify(value)}`)
      }
      if (FORMS[key]?.test(value) === false) problems.push(`${path} is not written as ${key}: ${value}`)
      if (key === 'reference' && !known.has(value)) problems.push(`${path} leads nowhere`)
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) problems.push(`${path} is no number`)
      if (key === 'valueInteger' && !Number.isInteger(value)) problems.push(`${path} is not whole`)
    } else if (typeof value !== 'boolean') problems.push(`${path} is ${String(value)}`)
  }
  walk(JSON.parse(JSON.stringify(bundle)), 'Bundle', '')
  if (known.size !== bundle.entry.length) problems.push('two resources have one id')
  for (const { fullUrl, resource } of bundle.entry) {
    if (fullUrl !== `urn:uuid:${resource.id}`) problems.push(`${fullUrl} is not ${resource.id}`)
    const period = 'effectivePeriod' in resource ? resource.effectivePeriod : undefined
    if (period?.start && period.end && Date.parse(period.start) > Date.parse(period.end)) {
      problems.push(`${fullUrl} ends before it begins`)
    }
  }
  const local = bundle.entry[0]?.resource
  const defined = new Set(local?.resourceType === 'CodeSystem' ? local.concept.map(({ code }) => code) : [])
  const url = local?.resourceType === 'CodeSystem' ? local.url : ''
  for (const [, code = ''] of JSON.stringify(bundle).matchAll(new RegExp(`"system":"${url}","code":("[^"]*")`, 'g'))) {
    if (!defined.has(JSON.parse(code) as string)) problems.push(`the code ${code} is not defined`)
  }
  return problems
}

function validated(bundle: Bundle): Bundle {
  const text = JSON.parse(JSON.stringify(bundle)) as object
  const { valid, messages } = fhir.validate(text, { errorOnUnexpected: true })
  expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'warning')).toEqual([])
  expect(valid).toBe(true)
  expect(problemsOf(bundle)).toEqual([])
  return bundle
}

const resourcesOf = <T extends Resource['resourceType']>(bundle: Bundle, type: T) =>
  bundle.entry.flatMap(({ resource }) =>
    resource.resourceType === type ? [resource as Extract<Resource, { resourceType: T }>] : []
  )
const localCode = ({ code }: Observation) => code.coding?.[0]?.code
const observed = (bundle: Bundle, item: string) =>
  resourcesOf(bundle, 'Observation').filter((one) => localCode(one) === item)

const diary = (more: Partial<Tables>): Tables => ({ ...emptyTables(), ...more })
const answers = (values: Record<string, AnswerValue>, day = '2026-11-20'): Tables['days'][number] => ({
  day,
  answers: values,
  stamps: Object.fromEntries(Object.keys(values).map((id) => [id, 1000]))
})
const event = (trackable: string, value: EventRecord['value'], at?: string): EventRecord => ({
  id: `2026-11-20/${trackable}`,
  day: '2026-11-20',
  trackable,
  value,
  stamp: 2000,
  ...(at !== undefined && { at })
})

describe('the validator', () => {
  test.each([
    ['a wrong status', { status: 'done' }],
    ['a field that does not exist', { mood: 'good' }],
    ['a single value where a list is needed', { performer: { display: 'x' } }],
    ['nothing that is observed', { code: undefined }]
  ])('finds %s', async (_, wrong) => {
    const bundle = await fhirBundle(diary({ days: [answers({ bloating: 3 })] }), options)
    const broken = JSON.parse(JSON.stringify(bundle)) as { entry: { resource: object }[] }
    Object.assign(broken.entry[3]?.resource ?? {}, wrong)
    expect(fhir.validate(JSON.parse(JSON.stringify(broken)) as object, { errorOnUnexpected: true }).valid).toBe(false)
  })
})

test('the sample diary is valid FHIR R4', async () => {
  const bundle = validated(await fhirBundle(sampleTables(), options))
  expect(bundle.entry.length).toBeGreaterThan(2000)
  expect(bundle.type).toBe('collection')
}, 30_000)

test('any diary is valid FHIR R4', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryExport, fc.boolean(), async (tables, withReactions) => {
      validated(await fhirBundle(tables, { ...options, withReactions }))
    }),
    { numRuns: 150 }
  )
}, 60_000)

test('each answer and event is there once, and what was not recorded is not', async () => {
  const { days, events, ...rest } = sampleTables()
  const bundle = await fhirBundle({ days, events, ...rest }, options)
  const kinds = new Map(CATALOGUE.map(({ id, kind }) => [id, kind]))
  const recorded = days.flatMap(({ answers }) => Object.keys(answers)).filter((id) => kinds.get(id) !== 'dose')
  const happened = events.filter(({ trackable }) => trackable !== 'nsaid-dose' && trackable !== 'antibiotic-course')
  const ownTotals = resourcesOf(bundle, 'Observation').filter((one) => localCode(one) === 'adherence')
  expect(resourcesOf(bundle, 'Observation').length).toBe(recorded.length + happened.length + ownTotals.length)
  expect(resourcesOf(bundle, 'MedicationStatement').length).toBe(events.length - happened.length + 2)
  expect(JSON.stringify(bundle)).not.toContain('dataAbsentReason')
})

test('what was skipped says that it was asked and declined, and has no value', async () => {
  const days = [
    { day: '2026-11-20', answers: {}, skipped: ['sup-zinc', 'walking'], stamps: { 'sup-zinc': 1, walking: 1 } }
  ]
  const [one, ...others] = resourcesOf(await fhirBundle(diary({ days }), options), 'Observation')
  expect(others).toEqual([])
  expect(one).toMatchObject({
    effectiveDateTime: '2026-11-20',
    dataAbsentReason: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'asked-declined' }]
    }
  })
  expect(Object.keys(one ?? {}).filter((key) => key.startsWith('value'))).toEqual([])
})

test('a zero is a zero and a no is a no', async () => {
  const bundle = await fhirBundle(
    diary({ days: [answers({ bloating: 0, 'meal-pace': false, gluten: 0, walking: 0, 'fermented-food': 0 })] }),
    options
  )
  expect(observed(bundle, 'bloating')[0]).toMatchObject({
    effectiveDateTime: '2026-11-20',
    valueQuantity: { value: 0, system: 'http://unitsofmeasure.org', code: '{score}' },
    component: [{ valueCodeableConcept: { text: 'none' } }]
  })
  expect(observed(bundle, 'meal-pace')[0]?.valueBoolean).toBe(false)
  expect(observed(bundle, 'gluten')[0]?.valueInteger).toBe(0)
  expect(observed(bundle, 'walking')[0]?.valueQuantity).toMatchObject({ value: 0, code: 'min' })
  expect(observed(bundle, 'fermented-food')[0]?.valueInteger).toBe(0)
  expect(observed(bundle, 'gas')).toEqual([])
})

test('a cleared answer and a removed event leave nothing', async () => {
  const bundle = await fhirBundle(
    diary({
      days: [{ day: '2026-11-20', answers: {}, stamps: { gas: 5 } }],
      events: [{ id: '2026-11-20/x', day: '2026-11-20', trackable: 'bowel-movement', stamp: 5, deleted: true }]
    }),
    options
  )
  expect(bundle.entry.map(({ resource }) => resource.resourceType)).toEqual(['CodeSystem', 'Device', 'Patient'])
})

test('only verified codes of others are written, beside the own one', async () => {
  const days = [answers({ bloating: 3, 'skin-eczema': 2, 'abdominal-pain': 4, 'brain-fog': 1 })]
  const bundle = await fhirBundle(diary({ days }), options)
  const codings = (item: string) => observed(bundle, item)[0]?.code.coding?.map(({ system, code }) => [system, code])
  const [own] = codings('bloating')?.[0] ?? []
  expect(own).toMatch(/^urn:uuid:/)
  expect(codings('bloating')).toEqual([
    [own, 'bloating'],
    ['http://snomed.info/sct', '116289008']
  ])
  expect(codings('abdominal-pain')).toContainEqual(['http://loinc.org', '72514-3'])
  expect(codings('skin-eczema')).toEqual([[own, 'skin-eczema']])
  expect(codings('brain-fog')).toEqual([[own, 'brain-fog']])
  const unverified = Object.values(CODES)
    .flat()
    .filter(({ verified }) => !verified)
  const text = JSON.stringify(await fhirBundle(sampleTables(), options))
  for (const { code } of unverified) expect(text).not.toContain(`"${code}"`)
})

test('of the person it says nothing, of the program its name and version', async () => {
  const bundle = await fhirBundle(sampleTables(40), options)
  expect(resourcesOf(bundle, 'Patient').map((one) => Object.keys(one))).toEqual([['resourceType', 'id']])
  expect(resourcesOf(bundle, 'Device')[0]).toMatchObject({
    deviceName: [{ name: 'Mend' }],
    version: [{ value: APP.version }]
  })
  expect(bundle.meta.tag.map(({ display }) => display).join()).toMatch(/SNOMED International.*Regenstrief/)
})

test('the same diary has the same ids each time, and two diaries share none', async () => {
  const ids = (bundle: Bundle) => bundle.entry.map(({ fullUrl }) => fullUrl)
  const tables = sampleTables(40)
  const first = ids(await fhirBundle(tables, options))
  expect(ids(await fhirBundle(structuredClone(tables), { ...options, made: '2026-12-01T00:00:00.000Z' }))).toEqual(
    first
  )
  const days = [...tables.days, answers({ gas: 2 }, '2026-11-24')]
  expect(ids(await fhirBundle({ ...tables, days }, options))).toEqual(expect.arrayContaining(first))

  const other = structuredClone(tables)
  for (const { stamps } of other.days) for (const id of Object.keys(stamps)) stamps[id] = (stamps[id] ?? 0) + 12_345
  other.items = other.plans = other.steps = other.reviews = []
  const theirs = new Set(ids(await fhirBundle(other, options)))
  expect(first.filter((id) => theirs.has(id))).toEqual([])
})

describe('single records', () => {
  test('a night is a period with its length', async () => {
    const night = {
      bed: { instant: '2026-10-24T21:00:00Z', zone: 'Europe/Oslo', offset: 120 },
      wake: { instant: '2026-10-25T06:00:00Z', zone: 'Europe/Oslo', offset: 60 }
    }
    const bundle = await fhirBundle(diary({ days: [answers({ sleep: night }, '2026-10-25')] }), options)
    expect(observed(bundle, 'sleep')[0]).toMatchObject({
      effectivePeriod: { start: '2026-10-24T23:00:00+02:00', end: '2026-10-25T07:00:00+01:00' },
      valueQuantity: { value: 540, code: 'min' }
    })
    expect(observed(bundle, 'sleep')[0]).not.toHaveProperty('effectiveDateTime')
  })

  test('a movement has its form, its time and what was ticked', async () => {
    const events = [
      event('bowel-movement', { type: 6, urgency: true, blood: 'streaks' }, '2026-11-21T01:30-03:30'),
      { ...event('bowel-movement', { type: 4 }, '2026-11-20T09:00+17:00'), id: '2026-11-20/b' }
    ]
    const bundle = validated(await fhirBundle(diary({ events }), options))
    const [one, far] = observed(bundle, 'bowel-movement')
    expect(one).toMatchObject({ effectiveDateTime: '2026-11-21T01:30:00-03:30', valueInteger: 6 })
    expect(one?.component?.map(({ code }) => code.text)).toEqual(['Urgent', 'Blood'])
    expect(far?.effectiveDateTime).toBe('2026-11-19T16:00:00.000Z')
  })

  test('alcohol is in drinks of the person’s country, with the grams', async () => {
    const settings = [{ key: 'units', value: { ethanol: 'drink-14' }, stamp: 1 }]
    const bundle = await fhirBundle(diary({ days: [answers({ alcohol: 21 })], settings }), options)
    expect(observed(bundle, 'alcohol')[0]).toMatchObject({
      valueQuantity: { value: 1.5, code: '{drinks}/d' },
      component: [{ valueQuantity: { value: 21, code: 'g' } }]
    })
  })

  test('courses and medicines are statements with a status of today', async () => {
    const course = (id: string, end?: string) => ({
      ...event('antibiotic-course', { name: 'Amoxicillin', class: 'not sure', ...(end !== undefined && { end }) }),
      id: `2026-11-20/${id}`
    })
    const events = [
      course('a', '2026-11-22'),
      course('b', TODAY),
      course('c'),
      event('nsaid-dose', { drug: 'ibuprofen', dose: 400 })
    ]
    const bundle = validated(await fhirBundle(diary({ events }), options))
    const made = resourcesOf(bundle, 'MedicationStatement')
    expect(made.map(({ status }) => status)).toEqual(['completed', 'active', 'active', 'completed'])
    expect(made[0]?.effectivePeriod).toEqual({ start: '2026-11-20', end: '2026-11-22' })
    expect(made[2]?.effectivePeriod).toEqual({ start: '2026-11-20' })
    expect(made[3]).toMatchObject({
      medicationCodeableConcept: { text: 'ibuprofen' },
      dosage: [{ doseAndRate: [{ doseQuantity: { value: 400, code: 'mg' } }] }]
    })
  })

  test('a supplement is a statement with how much of it was taken', async () => {
    const start = dayAfter(TODAY, -9)
    const days = [0, 1, 2, 3].map((n) => answers({ 'sup-zinc': { taken: n !== 3 } }, dayAfter(start, n)))
    const steps: Tables['steps'] = [
      {
        id: 'zinc',
        kind: 'supplement',
        item: 'sup-zinc',
        name: 'Zinc',
        start,
        regimen: { dose: 15, timesPerDay: 1, slots: ['with-meal'] },
        stamp: 3
      }
    ]
    const bundle = validated(await fhirBundle(diary({ days, steps }), options))
    const [statement] = resourcesOf(bundle, 'MedicationStatement') as [MedicationStatement]
    expect(statement).toMatchObject({
      status: 'active',
      effectivePeriod: { start },
      dosage: [{ text: '15 mg, 1 time a day, with a meal', timing: { repeat: { frequency: 1, periodUnit: 'd' } } }]
    })
    expect(observed(bundle, 'adherence')[0]).toMatchObject({
      partOf: [{ reference: `urn:uuid:${statement.id}` }],
      valueRange: { low: { value: 30, code: '%' }, high: { value: 75, code: '%' } }
    })
  })

  test('a supplement without a plan is told from what was recorded', async () => {
    const days = [answers({ 'sup-zinc': { taken: false } }, '2026-11-18'), answers({ 'sup-zinc': { taken: true } })]
    const bundle = await fhirBundle(diary({ days }), options)
    expect(resourcesOf(bundle, 'MedicationStatement')).toMatchObject([
      { status: 'unknown', effectivePeriod: { start: '2026-11-20', end: '2026-11-20' } }
    ])
  })

  test('lab results keep the words, the comparator and the range of the report', async () => {
    const lab = {
      day: '2026-11-20',
      test: 'other',
      name: 'Calprotectin',
      lab: 'City lab',
      specimen: 'stool',
      method: '',
      note: '',
      stamp: 4
    }
    const labs: Tables['labs'] = [
      { ...lab, id: 'a', value: 30, comparator: '<', unit: 'ug/g', high: 50 },
      { ...lab, id: 'b', text: 'not detected', unit: '' },
      { ...lab, id: 'c', value: 2, unit: 'dots' }
    ]
    const bundle = validated(await fhirBundle(diary({ labs }), options))
    const [number, words, odd] = resourcesOf(bundle, 'Observation')
    expect(number).toMatchObject({
      category: [{ coding: [{ code: 'laboratory' }] }],
      code: { text: 'Calprotectin' },
      valueQuantity: { value: 30, comparator: '<', unit: 'µg/g', code: 'ug/g' },
      referenceRange: [{ high: { value: 50, code: 'ug/g' } }],
      specimen: { display: 'stool' },
      performer: [{ display: 'City lab' }]
    })
    expect(number?.referenceRange?.[0]).not.toHaveProperty('low')
    expect(words).toMatchObject({ valueString: 'not detected' })
    expect(odd?.valueQuantity).toEqual({ value: 2, unit: 'dots' })
  })

  test('scores from elsewhere are surveys', async () => {
    const scores = [{ id: 'a', day: '2026-11-20', instrument: 'who-5', total: 52, note: '', stamp: 1 }]
    const bundle = validated(await fhirBundle(diary({ scores }), options))
    expect(resourcesOf(bundle, 'Observation')).toMatchObject([
      {
        category: [{ coding: [{ code: 'survey' }] }],
        code: { text: 'WHO-5' },
        valueQuantity: { value: 52, code: '{score}' }
      }
    ])
  })
})

describe('food reactions', () => {
  const bodies: [number, EventBody][] = [
    [0, { is: 'safety-confirmed', answers: SAFE }],
    [0, { is: 'elimination-started' }],
    [20, { is: 'ready-confirmed' }]
  ]
  const tested = (n: number): [number, EventBody][] => [
    [n, { is: 'challenge-started', food: 'Onions', plannedDays: 1 }],
    [n, { is: 'dose-taken', challengeDay: 1, size: 'small' }],
    [n + 1, { is: 'observation-begun' }],
    [n + 5, { is: 'verdict-given', auto: 'possible-reaction', alone: 'possible-reaction' }],
    [n + 9, { is: 'washout-ended' }]
  ]
  const protocol = (tests: number) => ({
    ...protocolOf('single-food', { id: 'p', targets: ['bloating'], food: 'Onions' }),
    stamp: 1,
    events: [...bodies, ...tested(21), ...(tests > 1 ? tested(40) : [])].map(
      ([n, body], i) => ({ ...body, id: `e${i}`, at: i, day: dayAfter('2026-06-01', n) }) as ProtocolEvent
    )
  })

  test('two tests that speak against a food make it an intolerance that nobody confirmed, if asked for', async () => {
    const tables = diary({ protocols: [protocol(2)] })
    const asked = validated(await fhirBundle(tables, options))
    expect(resourcesOf(asked, 'AllergyIntolerance')).toMatchObject([
      {
        type: 'intolerance',
        category: ['food'],
        verificationStatus: { coding: [{ code: 'unconfirmed' }] },
        code: { text: 'Onions' },
        reaction: [{ manifestation: [{ text: 'Bloating' }] }]
      }
    ])
    const unasked = await fhirBundle(tables, { ...options, withReactions: false })
    expect(resourcesOf(unasked, 'AllergyIntolerance')).toEqual([])
  })

  test('one test is not enough', async () => {
    const bundle = await fhirBundle(diary({ protocols: [protocol(1)] }), options)
    expect(resourcesOf(bundle, 'AllergyIntolerance')).toEqual([])
  })
})
