import { describe, expect, test } from 'vitest'
import { stillSaid } from './still-said.ts'

describe('what is said of a form while it is filled in', () => {
  test('what has been mended is not said any more, the rest stays', () => {
    expect(stillSaid({ total: 'Type the total.', day: 'Choose the day.' }, { day: 'Choose the day.' })).toEqual({
      day: 'Choose the day.'
    })
  })

  test('a field that is wrong in another way now is told so', () => {
    expect(stillSaid({ total: 'Type the total.' }, { total: 'It ends at 500.' })).toEqual({ total: 'It ends at 500.' })
  })

  test('nothing is said of a field before the form was to be saved', () => {
    expect(stillSaid({}, { total: 'Type the total.' })).toEqual({})
  })
})
