/** Written by us: tables as people keep them. */
export const TIDY = `Day,Time,Bloating,Gluten,Notes
2026-01-05,7:30 AM,0,yes,
2026-01-06,,,no,"=1+1, ""said"""
2026-02-30,,3,no,
`
export const GERMAN = 'Datum;Blähbauch;Wasser (l)\n31.01.2026;3,5;\n01.02.2026;4;1,25\n'
export const LONG = 'timestamp,symptom,severity\n2026-01-05T21:15:00,Bloating,3\n2026-01-05 21:20,"Coffee, black",2\n'
export const UNCLEAR = 'Date,Gas\n03/04/2026,2\n'
