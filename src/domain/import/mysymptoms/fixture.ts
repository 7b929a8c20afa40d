/** Written by us in the shape of mySymptoms' export; nobody's diary. */
export const MYSYMPTOMS = `Date, Time, Event, Details
12/26/2017, 10:00, Symptom, Stomach cramping, Intensity: 3, Duration: 6:00
12/26/2017, 10:55, Breakfast, "Porridge", "Porridge oats", "Cow's milk", "[ x 2 ]"
12/26/2017, 11:30, Symptom, Nausea, Intensity: 1, Heartburn, Intensity: 10
Symptom, Bloating, Intensity: 2
03/30/2022, 18:57, Dinner, "Sushi, Cucumber Rolls", "White rice"
03/30/2022, 20:00, Medication, "Ibuprofen", "[ 200 mg ]"
02/30/2022, 20:00, Symptom, Nausea, Intensity: 1
03/31/2022, 8:05 AM, Symptom, Nausea, Intensity: 12
03/31/2022, 08:10, Symptom, Nausea
04/01/2022, 09:00, Teleport, "Home"
`
