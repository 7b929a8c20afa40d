import '#ui/tokens/tokens.css'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'
import { QUESTIONS, STANDING_LINE, topicNamed, TOPICS } from '#domain/learn/index.ts'
import type { Topic } from '#domain/learn/types.ts'
import LearnPage from './LearnPage.svelte'
import TopicPage from './TopicPage.svelte'

const onquery = vi.fn()
const open = (query = '') => render(LearnPage, { learnHref: '/mend/learn', query, onquery })
const field = () => page.getByRole('searchbox', { name: 'Search Learn' })
const status = () => page.getByRole('status')
const hrefs = () =>
  page
    .getByRole('link')
    .elements()
    .map((link) => link.getAttribute('href'))

beforeEach(() => onquery.mockClear())

describe('the first page', () => {
  test('has the five questions first, each one tap from its answer, then the topics', async () => {
    await open()
    expect(hrefs()).toEqual([
      '/mend/learn/questions#recognised',
      '/mend/learn/questions#know',
      '/mend/learn/questions#how-long',
      '/mend/learn/questions#gluten',
      '/mend/learn/questions#probiotics-enough',
      ...TOPICS.filter((topic) => topic !== QUESTIONS).map(({ id }) => `/mend/learn/${id}`)
    ])
    expect(
      page
        .getByRole('heading')
        .elements()
        .map((heading) => [heading.tagName, heading.textContent])
    ).toEqual([
      ['H1', 'Learn'],
      ['H2', 'Five questions'],
      ['H2', 'Topics']
    ])
    await expect.element(page.getByText(STANDING_LINE)).toBeVisible()
    await expect.element(status()).toHaveTextContent(/^$/)
  })

  test('finds paragraphs as one types, marks the words and says how many there are', async () => {
    await open()
    await field().fill('colostrum')
    await expect.element(status()).toHaveTextContent(/^\d+ paragraphs found$/)
    expect(onquery).toHaveBeenLastCalledWith('colostrum')
    const links = page.getByRole('link').elements()
    expect(links.length).toBe(parseInt(status().element().textContent))
    for (const link of links.slice(0, 2)) expect(link.querySelector('mark')?.textContent).toMatch(/^colostrum$/i)
    expect(hrefs()).toContain('/mend/learn/supplements#colostrum')
    await expect.element(page.getByText('Five questions')).not.toBeInTheDocument()

    await field().fill('antibiotics penicillamine')
    await expect.element(status()).toHaveTextContent('1 paragraph found')
    expect(hrefs()).toEqual(['/mend/learn/supplements#zinc-medicines'])

    await field().fill('unicorn')
    await expect.element(status()).toHaveTextContent('Nothing found. Try another or a shorter word.')

    await field().fill('')
    await expect.element(page.getByText('Five questions')).toBeVisible()
    expect(onquery).toHaveBeenLastCalledWith('')
  })

  test('opens with what was looked for before', async () => {
    await open('aloe')
    await expect.element(field()).toHaveValue('aloe')
    await expect.element(status()).toHaveTextContent(/found$/)
  })

  test('stays where it is on Enter', async () => {
    await open()
    await field().fill('zinc')
    await userEvent.keyboard('{Enter}')
    await expect.element(field()).toHaveValue('zinc')
    await expect.element(status()).toHaveTextContent(/found$/)
  })
})

describe('a topic', () => {
  const show = (topic: Topic, place = '') => render(TopicPage, { topic, place, learnHref: '/mend/learn' })
  const named = (id: string) => topicNamed(id) ?? QUESTIONS
  const claim = (id: string) => document.getElementById(id) as HTMLElement
  afterEach(() => scrollTo(0, 0))

  test.each(TOPICS.map((topic) => [topic.id, topic] as const))(
    '%s shows each claim with its mark',
    async (_, topic) => {
      await show(topic)
      await expect.element(page.getByRole('heading', { level: 1, name: topic.title, exact: true })).toBeVisible()
      for (const section of topic.sections) {
        await expect.element(page.getByRole('region', { name: section.title, exact: true })).toBeVisible()
        for (const { id, text, evidence } of section.claims) {
          expect(claim(id).textContent).toContain(text)
          expect(claim(id).textContent).toContain(`Evidence:\u00a0${evidence}`)
        }
      }
      const places = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
      const sections = topic.sections.map(({ id }) => id)
      const isLong = topic.sections.flatMap(({ claims }) => claims).length > 6
      expect(places).toEqual(isLong ? sections : [])
      await expect.element(page.getByText(STANDING_LINE)).toBeVisible()
      expect(sections.filter((id) => !document.getElementById(id))).toEqual([])
      expect(new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size).toBe(
        document.querySelectorAll('[id]').length
      )
      await expect
        .element(page.getByRole('link', { name: 'Learn', exact: false }).first())
        .toHaveAttribute('href', '/mend/learn')
    }
  )

  test('gives the source and its year below a claim', async () => {
    await show(named('supplements'))
    expect(claim('glutamine').textContent).toContain('Zhou and others, trial in Gut, 2019')
    expect(hrefs()).toContain('/mend/learn/how-sure')
    expect(hrefs()).toContain('/mend/learn/see-a-doctor')
  })

  test('brings the paragraph of a link into view, sets it apart and reads on from there', async () => {
    const { rerender } = await show(named('supplements'), 'aloe-vera')
    await expect.poll(() => document.activeElement?.id).toBe('aloe-vera')
    const top = () => document.activeElement?.getBoundingClientRect().top ?? NaN
    await expect.poll(top).toBeLessThan(innerHeight - 100)
    expect(top()).toBeGreaterThanOrEqual(0)
    expect(claim('aloe-vera').classList.contains('target')).toBe(true)
    await rerender({ place: 'zinc' })
    await expect.poll(() => document.querySelectorAll('.target').length).toBe(1)
    expect(document.activeElement?.id).toBe('zinc')
  })

  test('opens at its top where a link leads to no place on it', async () => {
    await show(named('supplements'), 'no-such-place')
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(document.querySelector('.target')).toBe(null)
    expect(scrollY).toBe(0)
  })

  test('explains the marks', async () => {
    await show(named('how-sure'))
    const terms = page.getByRole('term').elements()
    expect(terms.map((term) => term.textContent.trim())).toEqual([
      'Evidence:\u00a0well supported',
      'Evidence:\u00a0mixed',
      'Evidence:\u00a0weak',
      'Evidence:\u00a0unknown'
    ])
  })
})

test('everything that is tapped is large enough', async () => {
  const large = () => {
    for (const link of page.getByRole('link').elements()) {
      expect(link.getBoundingClientRect().height, link.textContent).toBeGreaterThanOrEqual(43.5)
    }
  }
  const screen = await open()
  large()
  expect(field().element().getBoundingClientRect().height).toBeGreaterThanOrEqual(43.5)
  await screen.unmount()
  await render(TopicPage, { topic: QUESTIONS, place: '', learnHref: '/mend/learn' })
  large()
})
