/** Written by us in the shape of Daylio's exports; nobody's diary. */
import { strToU8, zipSync } from 'fflate'

export const DAYLIO_2017 = `year,date,weekday,time,mood,activities,note
2017,June 22,Thursday,9:00 PM,good,"work | friends","A ""fine"" day"
2018,18 May,Friday,12:05 AM,meh,,
2018,30 February,Friday,12:05 AM,meh,,
`

export const DAYLIO_2019 = `full_date,date,weekday,time,mood,activities,note
2019-04-02,April 2,Tuesday,18:43,rad,"reading | good sleep",Line one<br>line <b>two</b> &amp; more
`

/** With a byte order mark, localised day names and moods, and commas, pipes and emoji in names. */
export const DAYLIO_2023 = `\uFEFFfull_date,date,weekday,time,mood,activities,note_title,note
2023-10-16,16 de octubre,lunes,21:10,bien,"café, con leche | paseo 🚶",,""
2023-10-16,16 de octubre,lunes,9:15,mal,paseo 🚶,Mañana,"<p>mal dormido</p>"
`.replaceAll('\n', '\r\n')

export const DAYLIO_2026 = `full_date,date,weekday,time,mood,activities,scales,note_title,note
2026-01-05,January 5,Monday,07:30,Sunny,,Sleep Quality: 8/10 points | Sleep Time: 8:00,,
2026-01-06,January 6,Tuesday,07:30,awful,walk,,,
`

/** What a person left of a file: no header, dates in Polish. */
export const DAYLIO_BARE = `2024-09-07,7 września,sobota,20:00,good,walk,,
2024-09-08,8 września,niedziela,20:00,bad,,,tired
`

export function daylioBackup(): Uint8Array {
  const json = {
    version: 15,
    customMoods: [
      { id: 1, custom_name: '', mood_group_id: 1, predefined_name_id: 1 },
      { id: 6, custom_name: 'Grau', mood_group_id: 4, predefined_name_id: -1 }
    ],
    tags: [
      { id: 3, name: 'Spaziergang', id_tag_group: 1, state: 0, order: 1 },
      { id: 4, name: 'Kaffee ☕', id_tag_group: 1, state: 0, order: 2 }
    ],
    dayEntries: [
      { id: 9, minute: 5, hour: 7, day: 31, month: 11, year: 2025, mood: 1, note: '', note_title: '', tags: [3, 4] },
      {
        id: 8,
        minute: 30,
        hour: 22,
        day: 1,
        month: 0,
        year: 2026,
        mood: 6,
        note: 'a<br>b',
        note_title: 'T',
        tags: [3]
      },
      { id: 7, minute: 30, hour: 22, day: 2, month: 0, year: 2026, mood: 77, note: '', note_title: '', tags: [99] }
    ]
  }
  const utf8 = Array.from(strToU8(JSON.stringify(json)), (byte) => String.fromCharCode(byte)).join('')
  return zipSync({ 'assets/photo.jpg': new Uint8Array([1, 2, 3]), 'backup.daylio': strToU8(btoa(utf8)) })
}
