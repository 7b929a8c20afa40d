/** Lab results for people: as printed, with nothing read into them. */
import type { SourceId } from '#domain/learn/sources.ts'
import type { Lab } from './lab.ts'
import { labName, labTest, unitText } from './lab-tests.ts'

/** '< 0.5 ng/mL'; '' where there is no number. */
export const labValueText = ({ value, comparator, unit }: Lab): string =>
  value === undefined ? '' : [comparator ?? '', String(value), unitText(unit)].filter((part) => part !== '').join(' ')

/** The range beside the result: '20 to 48', 'up to 48', 'from 20'; '' where none was printed. */
export function labRangeText({ low, high }: Lab): string {
  if (low !== undefined && high !== undefined) return `${low} to ${high}`
  if (high !== undefined) return `up to ${high}`
  return low === undefined ? '' : `from ${low}`
}

export interface LabGroup {
  id: string
  name: string
  note: string
  sources: readonly SourceId[]
  /** The newest first. */
  labs: Lab[]
}

/** Results of one test together, the test with the newest result first. */
export function labGroups(labs: readonly Lab[]): LabGroup[] {
  const groups = new Map<string, LabGroup>()
  const newestFirst = [...labs].sort((a, b) => (a.day === b.day ? b.stamp - a.stamp : a.day < b.day ? 1 : -1))
  for (const lab of newestFirst) {
    const name = labName(lab)
    const id = `${lab.test}/${lab.test === 'other' ? name.toLowerCase() : ''}`
    const test = labTest(lab.test)
    const group = groups.get(id) ?? { id, name, note: test?.note ?? '', sources: test?.sources ?? [], labs: [] }
    group.labs.push(lab)
    groups.set(id, group)
  }
  return [...groups.values()]
}
