/** Written by us in the shape of Loop's exports; nobody's habits. */
import { strToU8, zipSync } from 'fflate'

const NEW_HEADER =
  'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?'

export const loopZip = (): Uint8Array =>
  zipSync({
    'Habits.csv': strToU8(
      `${NEW_HEADER}\n` +
        '001,"Walk, outside 🌳",YES_NO,Did you?,,1,1,#FF8F00,,,,false\n' +
        '002,Water,NUMERICAL,How much?,,1,1,#00897B,ml,AT_LEAST,2000.0,false\n'
    ),
    'Scores.csv': strToU8('Date,Walk,Water,\n'),
    'Checkmarks.csv': strToU8('Date,"Walk, outside 🌳",Water,\n2026-02-03,YES_MANUAL,1500000,\n'),
    '001 Walk outside/Checkmarks.csv': strToU8(
      'Date,Value,Notes\n2026-02-05,YES_AUTO,\n2026-02-04,SKIP,\n2026-02-03,YES_MANUAL,"by the sea, windy"\n' +
        '2026-02-02,NO,\n2026-02-01,UNKNOWN,\n2026-02-30,YES_MANUAL,\n'
    ),
    '001 Walk outside/Scores.csv': strToU8('2026-02-03,0.1\n'),
    '002 Water/Checkmarks.csv': strToU8(
      'Date,Value,Notes\n2026-02-03,1500000,\n2026-02-02,NO,\n2026-02-01,UNKNOWN,\n2026-01-31,12500,\n2026-01-30,lots,\n'
    )
  })

export const loopOldZip = (): Uint8Array =>
  zipSync({
    'Habits.csv': strToU8(
      'Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Meditate,,,1,1,#000000\n'
    ),
    '001 Meditate/Checkmarks.csv': strToU8('2019-01-04,2\n2019-01-03,1\n2019-01-02,0\n2019-01-01,-1\n2018-12-31,3\n')
  })

/** Only the table of all habits. */
export const loopTableZip = (): Uint8Array =>
  zipSync({
    'Habits.csv': strToU8(`${NEW_HEADER}\n001,A,YES_NO,,,1,1,#0,,,,false\n002,B,NUMERICAL,,,1,1,#0,,,,false\n`),
    'Checkmarks.csv': strToU8('Date,A,B,\n2026-02-03,YES_MANUAL,2000,\n2026-02-02,NO,NO,\n')
  })
