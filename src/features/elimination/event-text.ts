import { nounOf } from '#domain/elimination/foods.ts'
import type { ProtocolEvent } from '#domain/elimination/protocol.ts'
import { VERDICTS } from '#domain/elimination/verdict.ts'
import { PAUSE_NAMES, SIZE_NAMES } from '#domain/elimination/words.ts'

/** A decision in a few words, for the list of them. */
export function eventText(event: ProtocolEvent): string {
  switch (event.is) {
    case 'safety-confirmed':
      return 'Questions answered'
    case 'elimination-started':
      return 'Began to leave foods out'
    case 'ready-confirmed':
      return 'Began to bring foods back'
    case 'challenge-started':
      return `Test of ${nounOf(event.food)} began`
    case 'dose-taken':
      return `Day ${event.challengeDay}: ${SIZE_NAMES[event.size]} eaten`
    case 'dose-skipped':
      return `Day ${event.challengeDay}: not eaten`
    case 'challenge-stopped':
      return 'Test stopped'
    case 'observation-begun':
      return 'All portions noted'
    case 'verdict-given':
      return `Result: ${VERDICTS[event.auto].name}${event.own === undefined ? '' : `, in your own view: ${VERDICTS[event.own].name}`}`
    case 'washout-ended':
      return 'On to the next food'
    case 'paused':
      return `Paused: ${PAUSE_NAMES[event.why]}`
    case 'resumed':
      return 'Went on'
    case 'suspended':
      return 'Stopped for safety'
    case 'acknowledged':
      return 'Card read'
    case 'queue-changed':
      return 'Order changed'
    case 'reviewed-cap':
      return 'Looked back: the time was up'
    case 'reviewed-no-effect':
      return 'Looked back: no clear difference'
    case 'personalised':
      return 'All foods tested'
    case 'ended':
      return 'Ended'
  }
}
