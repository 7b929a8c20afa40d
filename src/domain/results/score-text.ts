/** Scores for people: numbers and their differences, no words for how large one is. */
import { dayText } from '#domain/day.ts'
import { instrumentName, instrumentOf, INSTRUMENTS, type Instrument } from './instruments.ts'
import type { Score } from './score.ts'

/** '0 to 100; more is better'. */
export const scaleText = ({ min, max, better }: Instrument): string =>
  `${min} to ${max}; ${better === 'higher' ? 'more' : 'less'} is better`

/** What may be taken as a change, where somebody found out; else ''. */
export const noticeableText = ({ noticeable }: Instrument): string =>
  noticeable ? `A change of about ${noticeable.points} is usually taken as noticeable (${noticeable.source}).` : ''

export interface ScoreGroup {
  id: string
  name: string
  /** Absent for a questionnaire that this Mend does not know. */
  instrument: Instrument | undefined
  /** The oldest first. */
  scores: Score[]
}

/** Scores of one questionnaire together, in the order of INSTRUMENTS. */
export function scoreGroups(scores: readonly Score[]): ScoreGroup[] {
  const ids = [...new Set([...INSTRUMENTS.map(({ id }) => id), ...scores.map(({ instrument }) => instrument)])]
  return ids
    .map((id) => ({
      id,
      name: instrumentName(id),
      instrument: instrumentOf(id),
      scores: scores
        .filter(({ instrument }) => instrument === id)
        .sort((a, b) => (a.day === b.day ? a.stamp - b.stamp : a.day < b.day ? -1 : 1))
    }))
    .filter((group) => group.scores.length > 0)
}

/** '52 on 1 Nov 2026, 8 more than on 4 Oct 2026.' The scores oldest first. */
export function latestText(scores: readonly Score[]): string {
  const last = scores.at(-1)
  if (!last) return ''
  const now = `${last.total} on ${dayText(last.day, 'dated')}`
  const before = scores.at(-2)
  if (!before) return `${now}.`
  const change = Math.round((last.total - before.total) * 100) / 100
  const than = `on ${dayText(before.day, 'dated')}`
  if (change === 0) return `${now}, the same as ${than}.`
  return `${now}, ${Math.abs(change)} ${change > 0 ? 'more' : 'less'} than ${than}.`
}
