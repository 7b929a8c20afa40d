import { expect, test } from 'vitest'
import { Stopped, WorkerJobs } from './worker-jobs.ts'

/** Its worker is not asked anything: what it would answer is given. */
class Jobs extends WorkerJobs {
  constructor() {
    super(new URL('./trusted.ts', import.meta.url).href)
  }

  ask(answer: Promise<string>, onProgress: (done: number) => void, given: (tell: (done: number) => void) => void) {
    return this.answerWith(onProgress, (tell) => {
      given(tell)
      return answer
    })
  }
}

test('progress is told until the answer is there, and not when it comes after it', async () => {
  const jobs = new Jobs()
  const heard: number[] = []
  let tell: (done: number) => void = () => undefined
  const answer = await jobs.ask(
    Promise.resolve('made'),
    (done) => heard.push(done),
    (given) => {
      tell = given
      tell(0.5)
    }
  )
  tell(1)
  jobs.close()
  expect(answer).toBe('made')
  expect(heard).toEqual([0.5])
})

test('whoever waits for an answer hears that the work was stopped', async () => {
  const jobs = new Jobs()
  const waiting = jobs.ask(
    new Promise(() => undefined),
    () => undefined,
    () => undefined
  )
  jobs.close()
  await expect(waiting).rejects.toBeInstanceOf(Stopped)
})

test('all work is stopped at once', async () => {
  const waiting = [new Jobs(), new Jobs()].map((jobs) =>
    jobs.ask(
      new Promise(() => undefined),
      () => undefined,
      () => undefined
    )
  )
  WorkerJobs.closeAll()
  const ends = await Promise.allSettled(waiting)
  expect(ends.map((end) => end.status === 'rejected' && end.reason instanceof Stopped)).toEqual([true, true])
})
