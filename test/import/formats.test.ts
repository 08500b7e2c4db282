import { expect, test } from 'vitest'
import { imported, wordsOf } from './drafts.ts'

const markdown = `---
tags: x
---
# Handbook

## The gateway does not answer

It shows **error 809** after a while.

### Possible causes
1. The network blocks it.
2. The gateway is down.

### Solution
1. Use your phone's hotspot.
2. Run this:

   \`\`\`
   # a comment
   ping gateway
   \`\`\`

> **Note:** Never send your password.

## The certificate has expired

**Cause:** It was not renewed. **Solution** is below.

**Solution:** Renew it with \`certmgr.msc\`.

| Symptom | Cause | Solution |
|---|---|---|
| Login fails | Wrong password | Type it again |
`

test('Markdown: labelled headings, code, notes, tables and codes', () => {
  const draft = imported('handbook.md', markdown)
  const gateway = wordsOf(draft, 'the-gateway-does-not-answer')
  expect(gateway.causes).toEqual(['The network blocks it', 'The gateway is down'])
  expect(gateway.steps[0]).toBe("Use your phone's hotspot.")
  expect(gateway.steps[1]).toContain('# a comment\nping gateway')
  expect(gateway.warnings).toEqual(['Never send your password.'])
  expect(draft.loaded.get('the-gateway-does-not-answer')?.signatures).toEqual(['ras:809'])
  expect(wordsOf(draft, 'the-certificate-has-expired').steps).toEqual(['Renew it with `certmgr.msc`.'])
  expect(wordsOf(draft, 'login-fails').causes).toEqual(['Wrong password'])
})

test('a code that starts another article is a hint, and the review asks which is meant', () => {
  const draft = imported('handbook.md', markdown, 'en', [['ras:809', 'server-does-not-answer']])
  const article = draft.loaded.get('the-gateway-does-not-answer')
  expect(article).toMatchObject({ signatures: [], hints: ['ras:809'] })
  expect(draft.review).toContain('does ras:809 start this article or server-does-not-answer')
})

test('two drafts with one code both get it as a hint', () => {
  const draft = imported('a.md', '## One, error 809\n- Check it.\n## Two, error 809\n- Check it.')
  expect([...draft.loaded.values()].map(({ hints }) => hints)).toEqual([['ras:809'], ['ras:809']])
})

const html = `<!doctype html><html><head><title>x</title><style>p{}</style></head><body class="has-sidebar">
<nav><a href="/">Start</a></nav>
<div class="cookie-banner">We use cookies. Accept?</div>
<main><h1>Printing</h1>
<div class="share-buttons">Share on Chirper</div>
<h2>The <em>printer</em> is silent</h2>
<p>It says nothing<br>at all.</p>
<p><strong>Cause:</strong> The <code>spooler</code> has stopped.</p>
<p><strong>Solution:</strong> See <a href="https://example.org/a">the plan</a>.</p>
<script>alert(1)</script>
<dl><dt>Cause</dt><dd>No paper.</dd><dt>Solution</dt><dd>Add paper.</dd></dl>
<table><tr><th>Problem</th><th>Solution</th></tr><tr><td>It is loud</td><td><ul><li>Close the lid.</li></ul></td></tr></table>
</main><footer>Imprint</footer></body></html>`

test('HTML: the main part is read, its furniture and all around it is not', () => {
  const draft = imported('page.html', html)
  const silent = wordsOf(draft, 'the-printer-is-silent')
  expect(silent).toMatchObject({
    title: 'The printer is silent',
    causes: ['The `spooler` has stopped', 'No paper'],
    steps: ['See [the plan](https://example.org/a).', 'Add paper.'],
  })
  expect(wordsOf(draft, 'it-is-loud').steps).toEqual(['- Close the lid.'])
  expect(draft.review).toContain('Share on Chirper')
  expect(JSON.stringify([...draft.loaded.values()])).not.toMatch(/alert|Chirper|cookie|Imprint/)
})

test.each([
  ['question,cause,solution', ',', 'en'],
  ['Frage;Ursache;Lösung', ';', 'de'],
  ['Question\tCause\tSolution', '\t', 'fr'],
  ['Domanda;Causa;Soluzione', ';', 'it'],
])('CSV with the header %s', (header, mark, language) => {
  const row = ['Copymat tot', '"Kein ""Strom"""', '"1. Stecken.\n2. Warten."'].join(mark)
  const more = ['Copymat tot', 'Sicherung', 'Drehen.'].join(mark)
  const draft = imported('faq.csv', `\uFEFF${header}\n${row}\n${more}\n`, language)
  expect(wordsOf(draft, 'copymat-tot')).toMatchObject({
    causes: ['Kein "Strom"', 'Sicherung'],
    steps: ['Stecken.', 'Warten.', 'Drehen.'],
  })
})

test('CSV: keywords become phrases, cells may hold HTML, unknown columns are named', () => {
  const csv =
    'Title,Keywords,Author,Solution\nVPN slow,"slow\nlame",Ann,"<p>Restart it.</p><ul><li>Wait.</li></ul>"\n'
  const draft = imported('faq.csv', csv)
  expect(wordsOf(draft, 'vpn-slow').phrases).toEqual(['VPN slow', 'slow', 'lame'])
  expect(wordsOf(draft, 'vpn-slow').steps).toEqual(['Restart it.', 'Wait.'])
  expect(draft.review).toContain('columns left out: Author')
})

test('CSV without columns that we know says which it has and which it needs', () => {
  expect(() => imported('a.csv', 'Name,Room\nAnn,5\n')).toThrow(
    'The first row names "Name", "Room"; a column for',
  )
  expect(() => imported('a.csv', 'Question,Solution\na,"b"c,"d\n')).not.toThrow(TypeError)
})

test('a list of questions and answers: one article a question', () => {
  const faq = 'FAQ\n\nQ: Where is the log?\nA: Open the log folder.\n\nQ: Who helps?\nA: Call the desk.\n'
  const draft = imported('faq.txt', faq)
  expect([...draft.loaded.keys()]).toEqual(['where-is-the-log', 'who-helps'])
  expect(wordsOf(draft, 'who-helps').steps).toEqual(['Call the desk.'])
})

test('headings in a script without Latin letters still get an id', () => {
  const draft = imported('a.md', '## 프린터 고장\n1. 전원을 켜세요.\n', 'ko')
  expect(wordsOf(draft, 'topic-1').title).toBe('프린터 고장')
})
