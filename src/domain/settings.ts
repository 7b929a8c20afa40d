import { DEFAULT_DAY_START } from '#domain/day.ts'
import { DEFAULT_FORMATS, readFormats, type ChosenFormats } from '#domain/formats.ts'
import { isWhole } from '#domain/kinds/kind.ts'
import { DEFAULT_UNITS, QUANTITIES, type Units } from '#domain/units.ts'

export interface Settings {
  units: Units
  /** The hour, 0–12, at which a new day begins. */
  dayStart: number
  /** How dates, clocks and weeks are written. */
  formats: ChosenFormats
}

export const DEFAULT_SETTINGS: Settings = {
  units: DEFAULT_UNITS,
  dayStart: DEFAULT_DAY_START,
  formats: DEFAULT_FORMATS
}

/** Settings from stored rows: what is missing or not a setting has its default. */
export function readSettings(rows: Record<string, unknown>): Settings {
  const units = rows['units']
  const chosen = (quantity: keyof Units): string => {
    const id = typeof units === 'object' && units !== null ? (units as Record<string, unknown>)[quantity] : undefined
    return QUANTITIES[quantity].units.find((unit) => unit.id === id)?.id ?? DEFAULT_UNITS[quantity]
  }
  const dayStart = rows['dayStart']
  return {
    units: { volume: chosen('volume'), ethanol: chosen('ethanol') },
    dayStart: isWhole(dayStart, 0, 12) ? dayStart : DEFAULT_SETTINGS.dayStart,
    formats: readFormats(rows['formats'])
  }
}
