/** Written by us in the shape of Apple Health's export; nobody's record. */
import { strToU8, zipSync } from 'fflate'

const record = (type: string, rest: string) =>
  ` <Record type="HK${type}" sourceName="Anna&apos;s &lt;iPhone&gt;" sourceVersion="18.1" device="&lt;&lt;HKDevice: 0x1&gt;, name:iPhone&gt;" creationDate="2026-03-02 09:00:00 -0500" ${rest}/>`
const on = (start: string, end: string, value: string, unit = '') =>
  `${unit === '' ? '' : `unit="${unit}" `}startDate="2026-03-${start} -0500" endDate="2026-03-${end} -0500" value="${value}"`
const severity = (type: string, start: string, value: string) =>
  record(`CategoryTypeIdentifier${type}`, on(start, start, `HKCategoryValueSeverity${value}`))

export const APPLE_HEALTH = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 <Record type="none"> -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>
<!ATTLIST Record type CDATA #REQUIRED>
]>
<HealthData locale="en_US">
 <ExportDate value="2026-03-09 10:00:00 -0500"/>
 <Me HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexNotSet"/>
${[
  severity('Bloating', '02 23:30:00', 'Moderate'),
  severity('Bloating', '03 09:00:00', 'NotPresent'),
  severity('Nausea', '03 09:00:00', 'Unspecified'),
  severity('Nausea', '03 09:00:00', 'Terrible'),
  record('CategoryTypeIdentifierMoodChanges', on('03 09:00:00', '03 09:00:00', 'HKCategoryValuePresencePresent')),
  record('QuantityTypeIdentifierHeartRate', on('03 09:00:00', '03 09:00:00', '61', 'count/min')),
  record('QuantityTypeIdentifierStepCount', on('03 09:00:00', '03 09:10:00', '600', 'count')),
  record('QuantityTypeIdentifierStepCount', on('03 10:00:00', '03 10:10:00', '500', 'count')),
  record('QuantityTypeIdentifierStepCount', on('03 10:00:00', '03 10:10:00', '700', 'count')).replace(
    'iPhone',
    'Watch'
  ),
  record('QuantityTypeIdentifierDietaryWater', on('03 08:00:00', '03 08:00:00', '250', 'mL')),
  record('QuantityTypeIdentifierDietaryWater', on('03 12:00:00', '03 12:00:00', '300.5', 'mL')),
  record('QuantityTypeIdentifierBodyMass', on('03 07:00:00', '03 07:00:00', '70.4', 'kg')).replace(
    '/>',
    '>\n  <MetadataEntry key="a" value="b > c"/>\n </Record>'
  ),
  record(
    'CategoryTypeIdentifierSleepAnalysis',
    on('02 23:10:00', '03 02:00:00', 'HKCategoryValueSleepAnalysisAsleepCore')
  ),
  record(
    'CategoryTypeIdentifierSleepAnalysis',
    on('03 02:05:00', '03 06:45:00', 'HKCategoryValueSleepAnalysisAsleepREM')
  ),
  record('CategoryTypeIdentifierSleepAnalysis', on('03 06:45:00', '03 07:30:00', 'HKCategoryValueSleepAnalysisAwake')),
  ` <Correlation type="HKCorrelationTypeIdentifierFood">\n${severity('Bloating', '04 09:00:00', 'Severe')}\n </Correlation>`,
  record('CategoryTypeIdentifierBloating', 'startDate="soon" value="HKCategoryValueSeverityMild"')
].join('\n')}
</HealthData>
`

export const appleHealthZip = (): Uint8Array =>
  zipSync({
    'apple_health_export/export_cda.xml': strToU8('<ClinicalDocument/>'),
    'apple_health_export/export.xml': strToU8(APPLE_HEALTH)
  })
