/** Written by us in the shape of Flaredown's tables; nobody's diary. */
const HEADER = 'user_id,age,sex,country,checkin_date,trackable_id,trackable_type,trackable_name,trackable_value'
const line = (rest: string, user = 'QEVuQwEABlEz==') => `${user},0,female,,${rest}`

export const FLAREDOWN_LONG = `${[
  HEADER,
  line('2017-05-02,1069,Condition,Ulcerative colitis,0'),
  line('2017-05-02,1070,Symptom,"Pain, lower back",4'),
  line('2017-05-02,1071,Treatment,Mesalazine,3 x 5mg'),
  line('2017-05-02,1071,Treatment,Zinc,8.0 mg'),
  line('2017-05-02,1072,Tag,tired,'),
  line('2017-05-02,1073,Food,rice 🍚,'),
  line('2017-05-02,1,Weather,icon,rain'),
  line('2017-05-02,1,Weather,pressure,1015.0'),
  line('2017-05-03,1070,Symptom,"Pain, lower back",5'),
  line('someday,1070,Symptom,"Pain, lower back",1')
].join('\n')}\n`

export const FLAREDOWN_CROWD = `${FLAREDOWN_LONG}${line('2017-05-02,1,Symptom,Headache,1', 'QEVuQwEAother==')}\n`

export const FLAREDOWN_WIDE = `Date,Crohn's disease,Nausea,Ibuprofen,Vitamin D,Tags,Foods,Weather summary,Weather max temperature,Weather min temperature,Weather pressure,Weather precipitation intensity,Weather humidity
2021-03-01,2,0,200 mg; 400 mg,Taken,travel; stress,milk; bread,Light rain,9,3,1008.5,0.2,80
2021-03-02,,3,,Not Taken,,,,,,,,
`
