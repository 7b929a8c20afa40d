/** Measures inside the page, so that no way to the test and back is counted. */

/**
 * ready: from the start of the navigation to the first 0–10 strip, ready for a tap · shown: … to its being painted · tap: from the click on a score to its
 * being shown as chosen · draw: from the start of the navigation, or from the choice of another item, to the drawn chart ·
 * file: from the click on a button to the message that the file is saved. All in ms.
 */
export type Moment = 'ready' | 'shown' | 'tap' | 'draw' | 'file'

export interface Probe {
  /** The n-th of its kind on this page, counted from 0, once it has come. */
  at(moment: Moment, n: number): Promise<number>
  count(moment: Moment): number
  /** Main-thread tasks of 50 ms and more. */
  tasks: { start: number; duration: number }[]
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Given to the browser as text: it uses nothing from outside itself. */
export function installProbe(): void {
  if (window !== window.top) return
  const heard: Record<Moment, number[]> = { ready: [], shown: [], tap: [], draw: [], file: [] }
  const waiting: { moment: Moment; n: number; tell: (ms: number) => void }[] = []
  const say = (moment: Moment, ms: number) => {
    const n = heard[moment].push(ms) - 1
    for (const one of waiting) if (one.moment === moment && one.n === n) one.tell(ms)
  }
  window.probe = {
    tasks: [],
    count: (moment) => heard[moment].length,
    at: (moment, n) =>
      new Promise((tell) => {
        const known = heard[moment][n]
        if (known === undefined) waiting.push({ moment, n, tell })
        else tell(known)
      })
  }

  const STRIP = '[role=radiogroup] [role=radio]:not(:disabled)'
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = then
      channel.port2.postMessage(null)
    })
  const arrival = new MutationObserver(() => {
    if (document.querySelector(STRIP) === null) return
    arrival.disconnect()
    say('ready', performance.now())
    afterFrame(() => say('shown', performance.now()))
  })
  arrival.observe(document, { childList: true, subtree: true })

  let tapped: { score: Element; at: number } | null = null
  let pressed: number | null = null
  addEventListener(
    'click',
    (event) => {
      const score = (event.target as Element).closest('[role=radio]')
      if (score) tapped = { score, at: event.timeStamp }
      // A link is clicked by the page itself, to save the file.
      if ((event.target as Element).closest('button')) pressed = event.timeStamp
    },
    true
  )
  new MutationObserver(() => {
    if (tapped?.score.getAttribute('aria-checked') !== 'true') return
    say('tap', performance.now() - tapped.at)
    tapped = null
  }).observe(document, { attributeFilter: ['aria-checked'], subtree: true })

  new MutationObserver(() => {
    if (pressed === null) return
    const said = [...document.querySelectorAll('[role=status]')].map((status) => status.textContent.trim())
    if (!said.some((text) => text.startsWith('Saved '))) return
    say('file', performance.now() - pressed)
    pressed = null
  }).observe(document, { childList: true, characterData: true, subtree: true })

  let chosen: number | null = 0
  addEventListener('change', (event) => (chosen = event.timeStamp), true)
  const paint = CanvasRenderingContext2D.prototype
  const stroke = paint.stroke as (...args: unknown[]) => void
  paint.stroke = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
    stroke.apply(this, args)
    if (chosen === null) return
    const from = chosen
    chosen = null
    // Everything drawn in the same go belongs to it.
    queueMicrotask(() => say('draw', performance.now() - from))
  } as CanvasRenderingContext2D['stroke']

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.probe.tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
}
