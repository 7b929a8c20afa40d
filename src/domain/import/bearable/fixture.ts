/** Written by us in the shape of Bearable's exports; nobody's diary. */
const quoted = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')

/** 2020: ordinal dates, no ISO column, hours unpadded, not in the order of time. */
export const BEARABLE_2020 = `date,weekday,time of day,category,rating/amount,detail,notes\n${quoted([
  ['22nd Sep 2020', 'Tuesday', '3:04', 'Mood', '6', 'Meh | Anxious', ''],
  ['22nd Sep 2020', 'Tuesday', 'mid', 'Symptom', '1', 'Stress (Mild)', ''],
  ['22nd Sep 2020', 'Tuesday', 'am', 'Symptom', '3', 'Back (lower) pain (Severe)', 'after the long drive'],
  ['21st Sep 2020', 'Monday', 'pm', 'Symptom', '4', 'Back (lower) pain (Unbearable)', ''],
  ['1st Oct 2020', 'Thursday', '', 'Sleep', '9:45', 'Asleep 02:45 - 12:30. In bed 02:15 - 13:15. Nap 4h (mid)', ''],
  ['2nd Oct 2020', 'Friday', '', 'Sleep', '7:05', '', '. (synced from Google Fit)'],
  ['2nd Oct 2020', 'Friday', '8:00', 'Meds/Supplements', '50', 'Clomipramine (mg)', ''],
  ['2nd Oct 2020', 'Friday', '09:15', 'Bowel Movements', 'None', 'Type 6 | Urgent', ''],
  ['2nd Oct 2020', 'Friday', '19:40', 'Bowel Movements', 'None', 'Normal', ''],
  ['2nd Oct 2020', 'Friday', '20:00', 'Bowel Movements', 'None', '', ''],
  ['3rd Oct 2020', 'Saturday', 'all day', 'Factors', '', 'Rain, all day | Work 💼', ''],
  ['3rd Oct 2020', 'Saturday', 'pm', 'Food Diary', '', 'Meals: Coke Zero | Leftover Greek pasta', ''],
  ['31st Feb 2021', 'Sunday', 'pm', 'Symptom', '1', 'Stress (Mild)', ''],
  ['4th Oct 2020', 'Sunday', 'pm', 'Symptom', 'lots', 'Stress (Mild)', '']
])}\n`

/** 2024: an ISO column more, CRLF, a byte order mark, columns moved, more than one line in a note. */
export const BEARABLE_2024 =
  `\uFEFFdate,date formatted,weekday,category,time of day,rating/amount,detail,notes\n${quoted([
    ['5th Mar 2024', '2024-03-05', 'Tuesday', 'Energy', 'am', '4', 'high', ''],
    ['5th Mar 2024', '2024-03-05', 'Tuesday', 'Sleep quality', '', '2', 'Poor', ''],
    ['5th Mar 2024', '2024-03-05', 'Tuesday', 'Food Diary', 'pm', '', 'Amount eaten – Moderate', ''],
    ['5th Mar 2024', '2024-03-05', 'Tuesday', 'Focus', 'pm', '3', '', 'first line\nsecond "line"'],
    ['5th Mar 2024', '2024-03-05', 'Tuesday', 'Gratitudes', 'pm', '', 'The sea', ''],
    ['6th Mar 2024', '2024-03-06', 'Wednesday', 'Symptom', '24:00', '2', 'Bloating (Moderate)', ''],
    ['6th Mar 2024', '2024-03-06', 'Wednesday', 'Symptom', '24:00', '2', 'Bloating (Moderate)', '']
  ])}\n`.replace(/\n(?!second)/g, '\r\n')
