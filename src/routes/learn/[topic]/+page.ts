import { TOPIC_IDS } from '#domain/learn/types.ts'
import type { EntryGenerator } from './$types'

export const entries: EntryGenerator = () => TOPIC_IDS.map((topic) => ({ topic }))
