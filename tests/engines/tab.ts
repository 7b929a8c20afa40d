/** What a person sees of a control, and a screen reader says: its role and its whole name. */
export interface Part {
  role: 'button' | 'radio' | 'radiogroup' | 'group' | 'heading' | 'spinbutton' | 'textbox'
  name: string
  within?: Part
}

/** One tab of one engine, as far as the journeys need it. Whatever takes a part waits until it is there. */
export interface Tab {
  /** What the browser calls itself. */
  readonly about: string
  goto(url: string): Promise<void>
  reload(): Promise<void>
  tap(part: Part): Promise<void>
  type(part: Part, text: string): Promise<void>
  isThere(part: Part): Promise<boolean>
  attribute(part: Part, name: string): Promise<string | null>
  /** Runs in the page, without anything from around the function; what goes in and out is JSON. */
  evaluate<T, A>(work: (given: A) => T | Promise<T>, given: A): Promise<T>
  /** Hands a file to the picker behind the button of this name. */
  choose(picker: string, path: string): Promise<void>
  /** Ends the browser and starts it again on what it kept; absent where it keeps nothing while it is driven. */
  reopen?(): Promise<void>
  close(): Promise<void>
}

/** The browser, or what to do where it is not here. */
export type Opened = Tab | { missing: string }

/** Asks until there is an answer. Throws where none comes. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 15_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > end) throw new Error(`${what} did not come.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export const partText = ({ role, name, within }: Part): string =>
  `${role} “${name}”${within ? ` in ${partText(within)}` : ''}`

/** Runs in the page: brings an element to the middle of the window, and waits until it stays where it is. */
export async function settle(element: Element): Promise<void> {
  for (let last = NaN, tries = 0; tries < 50; tries++) {
    element.scrollIntoView({ block: 'center' })
    const { top } = element.getBoundingClientRect()
    if (top === last) return
    last = top
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
