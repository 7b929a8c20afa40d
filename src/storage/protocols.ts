import type { Protocol, ProtocolEvent } from '#domain/elimination/protocol.ts'
import { findKept, keep } from './kept.ts'
import { live, type Observable } from './live.ts'
import { writing } from './rows.ts'
import { nextStamp } from './stamp.ts'

/** Every protocol there ever was, in the order in which they were begun. */
export const watchProtocols = (): Observable<Protocol[]> =>
  live(['protocols'], async () => {
    const begun = ({ events, stamp }: Protocol) => events[0]?.at ?? stamp
    return (await findKept('protocols')).sort((a, b) => begun(a) - begun(b))
  })

/** Writes it, new or changed. */
export const saveProtocol = (protocol: Omit<Protocol, 'stamp'>): Promise<void> => keep('protocols', protocol)

/** Adds what was decided, on top of what is stored: two tabs do not lose each other's events. */
export async function addProtocolEvents(id: string, events: readonly ProtocolEvent[]): Promise<void> {
  await writing(['protocols'], async ({ protocols }) => {
    const before = await protocols.get(id)
    if (before === undefined) throw new Error('There is no such protocol.')
    await protocols.put({ ...before, events: [...before.events, ...events], stamp: nextStamp([before.stamp]) })
  })
}

/** Takes the last decision back. Resolves with what it was. */
export async function undoProtocolEvent(id: string): Promise<ProtocolEvent | null> {
  return writing(['protocols'], async ({ protocols }) => {
    const before = await protocols.get(id)
    const last = before?.events.at(-1)
    if (before === undefined || last === undefined) return null
    await protocols.put({ ...before, events: before.events.slice(0, -1), stamp: nextStamp([before.stamp]) })
    return last
  })
}
