/** What the person wants to ask at the next appointment. It belongs to the diary, so backups have it. */
import { live, type Observable } from './live.ts'
import { reading, writing } from './rows.ts'
import { nextStamp } from './stamp.ts'

const KEY = 'report-questions'

export const watchQuestions = (): Observable<string> =>
  live(['settings'], () =>
    reading(['settings'], async ({ settings }) => {
      const value = (await settings.get(KEY))?.value
      return typeof value === 'string' ? value : ''
    })
  )

export const saveQuestions = (text: string): Promise<void> =>
  writing(['settings'], async ({ settings }) => {
    const before = await settings.get(KEY)
    await settings.put({ key: KEY, value: text, stamp: nextStamp(before ? [before.stamp] : []) })
  })
