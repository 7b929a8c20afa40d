/** Written by us from Perfice's types; nobody's diary. */
const shown = (value: unknown) => ({ type: 'DISPLAY', value: { value, display: null } })
const NINE = Date.UTC(2026, 1, 3, 9, 0)

export const PERFICE = JSON.stringify({
  collections: {
    trackables: [],
    forms: [
      { id: 'f1', name: 'Bloating', questions: [{ id: 'q1', name: 'How bad?', unit: null, dataType: 'NUMBER' }] },
      {
        id: 'f2',
        name: 'Walk',
        questions: [
          { id: 'q2', name: 'How long?', unit: null, dataType: 'TIME_ELAPSED' },
          { id: 'q3', name: 'Where?', dataType: 'TEXT_LIST' }
        ]
      }
    ],
    entries: [
      { id: 'e1', timestamp: NINE, formId: 'f1', answers: { q1: shown({ type: 'NUMBER', value: 4 }) } },
      {
        id: 'e2',
        timestamp: NINE + 16 * 3_600_000,
        formId: 'f2',
        answers: {
          q2: shown({ type: 'NUMBER', value: 45 * 60_000 }),
          q3: { type: 'LIST', value: [shown({ type: 'STRING', value: 'sea' })] }
        }
      },
      { id: 'e3', timestamp: 'never', formId: 'f1', answers: { q1: shown({ type: 'NUMBER', value: 4 }) } }
    ],
    tags: [{ id: 't1', name: 'Alcohol' }],
    tagEntries: [{ id: 'x', timestamp: NINE, tagId: 't1' }],
    formSnapshots: []
  },
  dataVersion: 3
})

export const PERFICE_CSV = `Timestamp,How bad?,Where?\n${NINE},4,sea|||wood\nnever,4,sea\n`
export const PERFICE_FORM = JSON.stringify({ questions: ['How bad?'], entries: [{ timestamp: NINE, answers: [4] }] })
