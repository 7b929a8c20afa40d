/** Foods that tests spoke against twice, as AllergyIntolerances that nobody has confirmed. */
import type { Day } from '#domain/day.ts'
import { foodKey } from '#domain/elimination/foods.ts'
import { foodsOf } from '#domain/elimination/my-foods.ts'
import type { Protocol } from '#domain/elimination/protocol.ts'
import type { Trackable } from '#domain/trackable.ts'
import type { AllergyIntolerance } from './types.ts'
import { notes, plainText, type Writer } from './writer.ts'

const SYSTEM = 'http://terminology.hl7.org/CodeSystem/allergyintolerance'

export async function* likelyReactions(
  protocols: readonly Protocol[],
  items: ReadonlyMap<string, Trackable>,
  today: Day,
  writer: Writer
): AsyncGenerator<AllergyIntolerance> {
  for (const { food, name, standing, dates, protocol } of foodsOf(protocols, today)) {
    if (standing !== 'likely') continue
    const targets = protocols.find(({ id }) => id === protocol)?.targets ?? []
    const manifestation = targets.flatMap((id) => items.get(id) ?? []).map((item) => writer.item(item))
    yield {
      resourceType: 'AllergyIntolerance',
      id: await writer.id(`foods/${foodKey(food)}`),
      clinicalStatus: { coding: [{ system: `${SYSTEM}-clinical`, code: 'active' }] },
      verificationStatus: { coding: [{ system: `${SYSTEM}-verification`, code: 'unconfirmed' }] },
      type: 'intolerance',
      category: ['food'],
      code: { text: plainText(name) ?? food },
      patient: writer.patient,
      asserter: writer.patient,
      note: [
        ...(notes(
          `From the person’s own food tests with Mend, begun on ${dates.join(', ')}. The symptoms are those that were watched.`
        ).note ?? [])
      ],
      ...(manifestation.length > 0 && { reaction: [{ manifestation }] })
    }
  }
}
