/** Test support: protocols, diaries and logs of events, possible and impossible ones. */
import fc from 'fast-check'
import { dayAfter, type Day } from '#domain/day.ts'
import type { AnswerValue, DayRecord, EventRecord } from '#domain/record.ts'
import { contextOf, type Context, type ContextOptions } from './context.ts'
import { FOODS, GROUPS } from './foods.ts'
import { protocolOf, PRESETS } from './presets.ts'
import type { EventBody, PresetId, Protocol, ProtocolEvent, SafetyAnswers } from './protocol.ts'
import { MAX_CHALLENGE_DAYS } from './state.ts'

export const START: Day = '2026-03-02'
export const SAFE: SafetyAnswers = { eatingDisorder: false, fearOrLoss: false, vulnerable: false }
export const SAFE_FOR: Record<PresetId, SafetyAnswers> = {
  aip: SAFE,
  'low-fodmap': SAFE,
  'gluten-free': { ...SAFE, coeliacTested: 'yes' },
  'dairy-free': SAFE,
  paleo: SAFE,
  carnivore: { ...SAFE, medicines: false, optIn: true },
  'single-food': SAFE
}

export const on = (n: number): Day => dayAfter(START, n)

/** A protocol with these events, each on a day counted from START. */
export function withEvents(
  preset: PresetId,
  events: readonly (readonly [n: number, body: EventBody])[],
  more: Partial<Protocol> = {}
): Protocol {
  const made = protocolOf(preset, {
    id: 'p',
    targets: ['bloating'],
    ...(preset === 'single-food' && { food: 'Onions' })
  })
  return { ...made, stamp: 1, ...more, events: events.map(([n, body], i) => eventOf(body, on(n), `e${i}`, i)) }
}

export const eventOf = (body: EventBody, day: Day, id: string, at = 0): ProtocolEvent =>
  ({ ...body, id, at, day }) as ProtocolEvent

/** A diary with a score of `symptom` for each day from `first` on; null where none was recorded. */
export function diaryOf(
  today: Day,
  scores: readonly (number | null)[],
  first: Day,
  more: {
    answers?: Readonly<Record<Day, Record<string, AnswerValue>>>
    events?: readonly EventRecord[]
    options?: ContextOptions
    symptom?: string
  } = {}
): Context {
  const { answers = {}, events = [], options = {}, symptom = 'bloating' } = more
  const rows = new Map<Day, DayRecord>()
  const row = (day: Day) => {
    const found = rows.get(day) ?? { day, answers: {}, stamps: {} }
    rows.set(day, found)
    return found
  }
  scores.forEach((score, i) => {
    if (score !== null) row(dayAfter(first, i)).answers[symptom] = score
  })
  for (const [day, some] of Object.entries(answers)) Object.assign(row(day).answers, some)
  return contextOf(today, rows, events, options)
}

const FOOD_NAMES = [...FOODS.slice(0, 6).map(({ id }) => id), 'Onions', 'onions ', 'Yoghurt', 'Kiwi']
const food = fc.constantFrom(...FOOD_NAMES)
const verdict = fc.constantFrom(
  ...([
    'tolerated',
    'tolerated-small',
    'possible-reaction',
    'likely-reaction',
    'inconclusive',
    'stopped-severe'
  ] as const)
)
const answers: fc.Arbitrary<SafetyAnswers> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Object.values(SAFE_FOR)) },
  {
    weight: 1,
    arbitrary: fc.record({ eatingDisorder: fc.boolean(), fearOrLoss: fc.boolean(), vulnerable: fc.boolean() })
  }
)

export const arbitraryBody: fc.Arbitrary<EventBody> = fc.oneof(
  answers.map((given): EventBody => ({ is: 'safety-confirmed', answers: given })),
  fc
    .record({ food, plannedDays: fc.integer({ min: -1, max: MAX_CHALLENGE_DAYS + 1 }) })
    .map((one): EventBody => ({ is: 'challenge-started', ...one })),
  fc
    .record({ food, plannedDays: fc.constantFrom(1, 2, 3, 7) })
    .map((one): EventBody => ({ is: 'challenge-started', ...one })),
  fc
    .record({ challengeDay: fc.integer({ min: 0, max: 8 }), size: fc.constantFrom('small', 'medium', 'large') })
    .map((one): EventBody => ({ is: 'dose-taken', ...one })),
  fc.integer({ min: 0, max: 8 }).map((challengeDay): EventBody => ({ is: 'dose-skipped', challengeDay })),
  fc
    .constantFrom('severe', 'own-choice', 'red-flag', 'other')
    .map((why): EventBody => ({ is: 'challenge-stopped', why })),
  fc.record({ auto: verdict }).map((one): EventBody => ({ is: 'verdict-given', ...one })),
  fc.record({ auto: verdict, own: verdict }).map((one): EventBody => ({ is: 'verdict-given', ...one })),
  fc.constantFrom('illness', 'travel', 'antibiotic', 'other').map((why): EventBody => ({ is: 'paused', why })),
  fc.constantFrom('red-flag', 'eating', 'weight').map((why): EventBody => ({ is: 'suspended', why })),
  fc.array(food, { maxLength: 4 }).map((queue): EventBody => ({ is: 'queue-changed', queue })),
  fc.constantFrom<EventBody>(
    { is: 'elimination-started' },
    { is: 'ready-confirmed' },
    { is: 'observation-begun' },
    { is: 'washout-ended' },
    { is: 'resumed' },
    { is: 'acknowledged' },
    { is: 'reviewed-cap' },
    { is: 'reviewed-no-effect' },
    { is: 'personalised' }
  ),
  { weight: 1, arbitrary: fc.constant<EventBody>({ is: 'ended', why: 'own-choice' }) }
)

const preset = fc.constantFrom(...PRESETS.map(({ id }) => id))

/** Any events at all on days that mostly go on, some ids twice. */
export const arbitraryLog: fc.Arbitrary<ProtocolEvent[]> = fc
  .array(fc.record({ body: arbitraryBody, step: fc.integer({ min: -1, max: 4 }), twice: fc.nat(20) }), {
    maxLength: 60
  })
  .map((list) => {
    let n = 0
    return list.map(({ body, step, twice }, i) => {
      n = Math.max(0, n + step)
      return eventOf(body, on(n), twice === 0 && i > 0 ? `e${i - 1}` : `e${i}`, i)
    })
  })

/** A way a person could really have gone: at each step the log is led on, with something impossible now and then. */
export const arbitraryProtocol: fc.Arbitrary<Protocol> = fc
  .record({
    preset,
    never: fc.array(fc.constantFrom(...FOOD_NAMES, ...GROUPS.slice(0, 5).map(({ id }) => id)), { maxLength: 2 }),
    events: arbitraryLog,
    lead: fc.nat(4)
  })
  .map(({ preset: id, never, events, lead }) => {
    const opening: EventBody[] = [
      { is: 'safety-confirmed', answers: SAFE_FOR[id] },
      { is: 'elimination-started' },
      { is: 'ready-confirmed' },
      { is: 'challenge-started', food: FOOD_NAMES[lead] ?? 'Kiwi', plannedDays: 3 }
    ]
    const begun = opening.slice(0, lead).map((body, i) => eventOf(body, START, `o${i}`))
    const made = withEvents(id, [], { never })
    return { ...made, events: [...begun, ...events] }
  })
