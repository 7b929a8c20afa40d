import { dayOf, type Day } from '#domain/day.ts'
import { formats, useFormats, type Formats } from '#domain/formats.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { DEFAULT_SETTINGS, type Settings } from '#domain/settings.ts'
import type { Tracked } from '#domain/tracked.ts'
import { isErased, onTrouble, useDiary, type Trouble } from '#storage/diary.ts'
import { forgetEarly } from '#storage/early.ts'
import { watchFrame, type Frame } from '#storage/frame.ts'
import { connect } from '#storage/rows.ts'
import { usualIn } from '#ui/locale.ts'

const HOUR_MS = 3_600_000

/** What a page has read before it is drawn for the first time. */
interface FirstRead {
  /** Asks at once, before it is known when the person's days begin: mostly, today is today. */
  begin(today: Day): void
  /** Resolves when all is read. */
  read(today: Day): Promise<void>
}

/** What every page needs: the person's items, settings and plan, and today's date. The only reader of the clock. */
class App {
  #frame = $state.raw<Frame | null>(null)
  #pending = $state(0)
  #isOpen = false
  #isStarted = false
  #error = $state.raw<unknown>(null)
  #now = $state.raw(new Date())
  #trouble = $state.raw<Trouble | null>(null)
  #holds = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #usual: Formats = formats()
  readonly #reads: FirstRead[] = []
  readonly #today = $derived(dayOf(this.#now, this.settings.dayStart))

  /** All items in the order they are shown. */
  get items(): readonly Tracked[] {
    return this.#frame?.items ?? []
  }

  get settings(): Settings {
    return this.#frame?.settings ?? DEFAULT_SETTINGS
  }

  get plan(): Plan | null {
    return this.#frame?.plan ?? null
  }

  /** Is there a protocol or a comparison that may have something to say today? */
  get hasTests(): boolean {
    return this.#frame?.hasTests ?? false
  }

  get hasWorries(): boolean {
    return this.#frame?.hasWorries ?? false
  }

  /** Everything a page is drawn from has been read once. */
  get isReady(): boolean {
    return this.#frame !== null && this.#pending === 0
  }

  get error(): unknown {
    return this.#error
  }

  get trouble(): Trouble | null {
    return this.#trouble
  }

  /** The day being lived. While something is held open it stays what it was. */
  get today(): Day {
    return this.#today
  }

  /** Has something read before the first page is drawn. Where that fails, the page reads it again and says so. */
  readFirst(read: FirstRead): void {
    if (this.#isStarted) return
    read.begin(this.today)
    this.#reads.push(read)
    if (this.#frame) void this.#readFor(this.#frame)
  }

  async #readFor(frame: Frame): Promise<void> {
    const today = dayOf(this.#now, frame.settings.dayStart)
    this.#pending++
    await Promise.allSettled(this.#reads.splice(0).map((one) => one.read(today)))
    this.#pending--
    this.#endStart()
  }

  #endStart(): void {
    if (this.#isStarted && this.isReady) forgetEarly()
  }

  /** Opens the diary and reads; call it in the browser, as early as can be. */
  open(): void {
    if (this.#isOpen) return
    this.#isOpen = true
    useDiary(readFlag() === 'sample' ? 'sample' : 'own')
    onTrouble((trouble) => (this.#trouble = trouble))
    // Not left to the first question: that one waits for its turn. It says why, where this fails.
    connect().catch(() => undefined)
    watchFrame().subscribe(
      (frame) => this.#show(frame),
      (error) => (this.#error = error)
    )
    // While the answer is on its way, and not when it is there.
    this.#usual = usualIn(navigator.language)
  }

  #show(frame: Frame): void {
    useFormats(frame.settings.formats, this.#usual)
    if (this.#reads.length > 0) void this.#readFor(frame)
    this.#frame = frame
    this.#error = null
  }

  /** Everything was erased since this page was loaded. */
  get isErased(): boolean {
    return isErased()
  }

  /** Starts the clock. Returns how to stop it. */
  start(): () => void {
    this.#isStarted = true
    this.#endStart()
    const look = () => document.visibilityState === 'visible' && this.#tick()
    document.addEventListener('visibilitychange', look)
    this.#tick()
    return () => {
      clearTimeout(this.#timer)
      document.removeEventListener('visibilitychange', look)
    }
  }

  /** Keeps the app on its day until the returned function is called. */
  hold(): () => void {
    this.#holds++
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#holds--
      // Whoever lets go finishes first: the page may be another one right after.
      queueMicrotask(() => this.#tick())
    }
  }

  #tick(): void {
    const now = new Date()
    if (this.#holds === 0) this.#now = now
    clearTimeout(this.#timer)
    // A new day begins at a full hour of some clock; a second later it surely has.
    this.#timer = setTimeout(() => this.#tick(), HOUR_MS - (now.getTime() % HOUR_MS) + 1000)
  }
}

function readFlag(): string | null {
  try {
    return localStorage.getItem('mend.diary')
  } catch {
    return null // storage is switched off: there is no sample to be in
  }
}

export const app = new App()
