/** All kinds. A new one is a file and a line here; the compiler then asks for its control (features/check-in). */
import type { Value } from '#domain/record.ts'
import type { KindId, Trackable } from '#domain/trackable.ts'
import { amount } from './amount.ts'
import { choice } from './choice.ts'
import { count } from './count.ts'
import { course } from './course.ts'
import { dose } from './dose.ts'
import { duration } from './duration.ts'
import { exposure } from './exposure.ts'
import type { Kind } from './kind.ts'
import { medicine } from './medicine.ts'
import { reaction } from './reaction.ts'
import { scale } from './scale.ts'
import { sleep } from './sleep.ts'
import { stool } from './stool.ts'
import { text } from './text.ts'
import { training } from './training.ts'
import { yesNo } from './yes-no.ts'

export const KINDS = {
  scale,
  'yes-no': yesNo,
  count,
  amount,
  duration,
  sleep,
  stool,
  dose,
  exposure,
  course,
  medicine,
  reaction,
  training,
  choice,
  text
} satisfies { [K in KindId]: Kind<K, Value> }

/**
 * The kind of a trackable, seen without its value type: whoever holds a trackable and a value that `read` accepted
 * for it may call it. (One cast, here, instead of one per caller: the compiler cannot see that the two belong together.)
 */
export function kindOf(trackable: Trackable): Kind<KindId, Value> {
  return KINDS[trackable.kind] as unknown as Kind<KindId, Value>
}
