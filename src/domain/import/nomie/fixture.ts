/** Written by us from Nomie's types; nobody's diary. */
const trackers = {
  mood: { tag: 'mood', label: 'Mood', type: 'range', min: -2, max: 10, uom: 'num', math: 'mean' },
  coffee: { tag: 'coffee', label: 'Coffee ☕', type: 'tick', uom: 'num', math: 'sum' },
  water: { tag: 'water', label: 'Water', type: 'value', uom: 'ml', math: 'sum' },
  run: { tag: 'run', label: 'Run', type: 'timer', uom: 'timer' }
}

/** Version 5. One moment is late in the evening in Oslo and the day before in New York. */
export const NOMIE_5 = JSON.stringify({
  nomie: { number: '5.6.0', created: '2022-12-24T10:00:00.000Z' },
  trackers,
  boards: [],
  people: {},
  events: [
    { _id: 'a', note: '#mood(4) #coffee felt fine @ann +holiday', end: '2022-12-03T01:30:00.000Z', score: 0 },
    { _id: 'b', note: '#water(250) #run(1800)', end: 1670058000000, start: 1670056200000 },
    { _id: 'c', notes: '#coffee a+b is no context', end: '2022-12-04T12:00:00.000Z' },
    { _id: 'd', note: '#mood(lots)', end: '2022-12-04T12:00:00.000Z' },
    { _id: 'e', note: '#mood(4)', end: 'yesterday' }
  ]
})

export const NOMIE_6 = JSON.stringify({
  version: '6.2.1',
  created: '2022-12-24T10:00:00.000Z',
  files: {
    'trackers.json': trackers,
    'boards.json': [],
    'data/books/2022-12-0': [{ _id: 'a', note: '#coffee(2)', end: 1670058000000 }],
    'data/books/2022-12-0_last': [{ _id: 'a', note: '#coffee(2)', end: 1670058000000 }]
  }
})

export const NOMIE_DAYS = 'date,mood,coffee\n2022-12-04,0,2\n2022-12-03,4,0\n'

export const NOMIE_DETAILED = `epoch,start,end,offset,tracker,value,note,lat,lng,location,score
1670058000000,2022-12-03T09:00:00Z,2022-12-03T09:00:00Z,60,mood,4,#mood(4) #coffee,,,,0
1670058000000,2022-12-03T09:00:00Z,2022-12-03T09:00:00Z,60,coffee,1,#mood(4) #coffee,,,,0
`
