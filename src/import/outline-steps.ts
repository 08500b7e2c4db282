/** Steps of a topic -> steps of an outline, with what only the author can decide of each. */
import type { Language } from '../knowledge/article.ts'
import { sentencesOf } from './commands.ts'
import type { OutlineStep } from './outline.ts'
import { openText } from './render.ts'
import { slugOf, uniqueName } from './slug.ts'
import type { Topic, TopicStep } from './topic.ts'

/** A topic without steps gets one, because an article needs it; its text is open. */
export function stepsOf(
  { steps }: Topic,
  causes: readonly string[],
  language: Language,
): readonly OutlineStep[] {
  const names = new Set(['causes'])
  const rest = { by: 'helpdesk', minutes: 5, risk: 'none' } as const
  if (steps.length === 0) {
    const open = [
      'the source says nothing to do; what is the first step, who does it, how long does it take?',
    ]
    return [{ ...rest, id: 'first-step', text: openText('first step'), restart: false, fixes: [], open }]
  }
  return steps.map((step, i) => ({
    ...rest,
    id: uniqueName(slugOf(firstWords(step.text)) ?? `step-${i + 1}`, names),
    text: step.text,
    restart: restarts(step.text),
    fixes: step.fixes.flatMap(cause => causes[cause] ?? []),
    ...(step.warning !== undefined && { warning: step.warning }),
    open: stepQuestions(step, language),
  }))
}

/** Without "To solve the problem," in front. */
function firstWords(text: string): string {
  return text
    .replace(/^(?:um|wenn|falls|to|if|when|pour|si|per|se|quando)\s[^,\n]{1,80},\s*/iu, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
}

function stepQuestions({ text, fixes, warning }: TopicStep, language: Language): readonly string[] {
  const several = sentencesOf(text.replace(/```[\s\S]*?```/g, ''), language).length
  const risky = warning !== undefined || dangerous.test(text)
  return [
    'who does it (employee, local-admin, helpdesk), in how many minutes, and how can one tell that it worked?',
    ...(fixes.length > 0 ? ['how often does it help when it is that cause?'] : []),
    ...(several > 2 ? [`it has ${several} sentences; one thing a step: cut it?`] : []),
    ...(risky ? ['how risky is it? Then how to undo it; dangerous advice is never a step'] : []),
  ]
}

/** Words of steps that cannot be taken back easily. */
const dangerous =
  /\bHK(?:LM|CU|EY_)|regedit|\bregist(?:ry|rierung|re de registre|ro di sistema)|\b(?:delete|remove|uninstall|reinstall|format|disable|reset|lösch|entfern|deinstall|deaktivier|installieren sie .{0,60} neu|supprim|désinstall|réinstall|désactiv|réinitialis|elimin|rimuov|disinstall|reinstall|disabilit|disattiv|reimpost)/iu

function restarts(text: string): boolean {
  return /\b(?:restart|reboot) (?:the |your |this |both )?(?:computer|pc|machine|laptop|device)|\b(?:computer|rechner|pc|gerät|laptop)s?\b[^.]{0,20}\bneu (?:zu )?start|starten sie [^.]{0,20}(?:computer|rechner|pc|gerät|laptop)[^.]{0,10} neu|redémarr\p{L}* (?:l.|le |votre |cet )?(?:ordinateur|pc|appareil)|riavvi\p{L}* (?:il |l.)?(?:computer|pc|dispositivo)/iu.test(
    text,
  )
}
