import ucumLhc from '@lhncbc/ucum-lhc'
import { expect, test } from 'vitest'
import { CATALOGUE } from '#domain/catalogue/index.ts'
import { cellsOf } from '#domain/csv/cells.ts'
import { arbitraryValue } from '#domain/arbitrary.ts'
import { LAB_UNITS } from '#domain/results/lab-tests.ts'
import { DOSE_UNITS, trackedOf } from '#domain/tracked.ts'
import { QUANTITIES } from '#domain/units.ts'
import fc from 'fast-check'
import { sampleTables, TODAY } from './arbitrary.ts'
import { codebook } from './codebook.ts'
import { fhirBundle } from './fhir/bundle.ts'

const ucum = ucumLhc.UcumLhcUtils.getInstance()
const isValid = (unit: string) => ucum.validateUnitString(unit).status === 'valid'

/** Every unit that stands in any file. */
async function units(): Promise<Set<string>> {
  const found = new Set<string>([
    ...DOSE_UNITS.map(({ ucum: unit }) => unit),
    ...Object.keys(LAB_UNITS),
    ...Object.values(QUANTITIES).flatMap(({ ucum: unit, units: shown }) => [unit, ...shown.map((one) => one.ucum)]),
    ...codebook(trackedOf([])).flatMap(({ unit }) => unit ?? [])
  ])
  for (const item of CATALOGUE) {
    for (const value of fc.sample(arbitraryValue(item), 20)) {
      for (const { unit } of cellsOf(value, item)) if (unit !== undefined) found.add(unit)
    }
  }
  const bundle = await fhirBundle(
    { ...sampleTables(), scores: [{ id: 'a', day: TODAY, instrument: 'who-5', total: 52, note: '', stamp: 1 }] },
    { made: `${TODAY}T08:00:00.000Z`, today: TODAY, withReactions: false }
  )
  for (const [, code = ''] of JSON.stringify(bundle).matchAll(/"http:\/\/unitsofmeasure.org","code":"([^"]*)"/g)) {
    found.add(code)
  }
  return found
}

test('every unit is one of UCUM', async () => {
  const all = await units()
  expect(all.size).toBeGreaterThan(25)
  for (const unit of ['{drinks}/d', '%', '{score}', 'min', 'mL', '10*9.[CFU]']) expect(all).toContain(unit)
  expect([...all].filter((unit) => !isValid(unit))).toEqual([])
}, 30_000)

test('a wrong unit would be found', () => {
  expect(isValid('iu')).toBe(false)
  expect(isValid('drinks')).toBe(false)
})
