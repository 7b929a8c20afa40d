/** Everything built in. Ids never change and are never reused. */
import type { Trackable } from '#domain/trackable.ts'
import { BOWEL_AND_REST } from './bowel-and-rest.ts'
import { EXPOSURES } from './exposures.ts'
import { HABITS } from './habits.ts'
import { SUPPLEMENTS } from './supplements.ts'
import { SYMPTOMS } from './symptoms.ts'

export const CATALOGUE: readonly Trackable[] = [...SYMPTOMS, ...BOWEL_AND_REST, ...SUPPLEMENTS, ...HABITS, ...EXPOSURES]
