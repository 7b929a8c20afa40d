import { createContext } from 'svelte'

/**
 * While something is half typed or a sheet is open, the app stays on the day it is on, also past the hour at which a new
 * one begins. Calling it holds; calling what it returns lets go.
 */
export type Hold = () => () => void

export const [holding, setHolding] = createContext<Hold>()
