/** The parts that an operational page can have, in the order in which a reader needs them. */
export const SECTIONS = [
  'meaning',
  'impact',
  'symptoms',
  'severity',
  'prerequisites',
  'diagnosis',
  'mitigation',
  'procedure',
  'verification',
  'rollback',
  'escalation',
  'communication',
  'prevention',
  'timeline',
  'root-cause',
] as const;
export type Section = (typeof SECTIONS)[number];

/** How headings call a part of a page. */
interface Names {
  section: Section;
  /** What may be the whole heading. Behind it may stand a word such as "steps" or "plan". */
  whole: RegExp;
  /** What a longer heading begins with: `Verify that the pods run`. */
  begins?: RegExp;
}

const names = (section: Section, whole: string, begins?: string): Names => ({
  section,
  whole: new RegExp(`^(?:${whole})(?: ${FILLERS})?$`),
  ...(begins ? {begins: new RegExp(`^(?:${begins})(?![\\w'])`)} : {}),
});

const FILLERS =
  '(?:steps?|plan|procedures?|process|path|guide|guidance|instructions|actions?|checklist|checks|details|policy|matrix|notes|information|options|strategy|strategies)';

// The first that fits wins, so the narrow names stand before the wide ones: "long-term solution" before "solution",
// "recovery validation" before "recovery".
const NAMES: readonly Names[] = [
  names(
    'timeline',
    '(?:incident |event )?time ?line(?: of events| reconstruction)?|(?:key|chain of|sequence of) events|(?:incident )?timing',
    '(?:incident )?timeline',
  ),
  names(
    'root-cause',
    '(?:common |likely |probable )?root causes?(?: analysis| identification)?|rca|(?:contributing|causal) factors?|(?:five|5) whys|cause\\(s\\)|(?:the )?underlying (?:issue|cause|problem)s?',
    'root causes?|contributing factors|what caused|why (?:did )?(?:it|this) (?!is|matters)\\w+',
  ),
  names(
    'rollback',
    '(?:\\w+ ){0,2}roll-? ?back|undo|back-?out',
    'roll-? ?back|rolling back|revert(?:ing)?|undo(?:ing)?|back(?:ing)?[- ]?out',
  ),
  names(
    'impact',
    '(?:\\w+ ){0,2}impacts?(?: analysis| assessment)?|(?:summary|scope) of (?:the )?impact|blast radius|why (?:is this|it is|this is) bad|consequences',
    "impacts? (?:on|of|to|for|and|in)|(?:who|what)(?:'s| is| was)(?: not)? affected|affected (?:users|services|systems|customers)|what is the (?:\\w+ )?impact",
  ),
  names(
    'escalation',
    '(?:\\w+ ){0,2}escalations?(?: path| contacts?)?|contacts?|support|owner(?:s|ship)?|service owners?|still stuck|(?:more|need) help|help',
    'escalat(?:e|es|ing|ion)|contacts?|whom? to (?:call|contact|page|ask|reach|escalate)|get(?:ting)? (?:in touch|help)|on-? ?call|when to (?:escalate|engage|call|page)|refer to .*\\bteam|who (?:can|could) help',
  ),
  names(
    'verification',
    'verification|validation|recovery validation|testing|tests?|expected (?:outputs?|results?|outcomes?)|(?:post|sanity|health)-? ?checks?|smoke-? ?tests?|is it (?:fixed|solved|working)|did it work',
    'verif(?:y|ying|ication)|validat(?:e|ing|ion)|confirm(?:ing|ation)?|checks to see (?:if|whether)|test(?:ing)? (?:it|that|the|whether|if|your)|post-? ?checks?|sanity checks?|health checks?|make sure (?:it|that)',
  ),
  names(
    'prevention',
    'next steps|follow-? ?ups?|(?:post-?(?:incident|mortem)|future|review|planned|corrective|preventi?v?e?|preventative) (?:actions?|work|activit(?:y|ies)|tasks?|measures)|corrective and prevent\\w+ (?:actions?|measures)|long-? ?term (?:solutions?|fix(?:es)?|actions?|mitigations?)|actions following(?: the)? review|(?:\\w+ ){0,2}improvements?|(?:key )?takeaways|reflections|insights|moving forward|what we will change',
    'prevent(?:ion|ing|ative|ive)?|follow-? ?ups?|action items?|lessons (?:learned|learnt)|next steps|improvements?|reflections|planned actions|corrective and prevent\\w+|post-?incident|detection gap|playbook update|how (?:do|can|will) we (?:prevent|avoid)',
  ),
  names(
    'severity',
    '(?:alert |incident )?(?:severity|priorit(?:y|ies)|urgency)(?: levels?| classification| determination)?|(?:response|reaction) times?|slas?|service levels?',
    'severity|priorit(?:y|ies)|slas?|service levels?|response times?|how (?:bad|urgent) is (?:it|this)',
  ),
  names(
    'symptoms',
    "symptoms?|signs|detect(?:ing|ion)?|(?:alert )?triggers?|trigger\\(s\\)|(?:alert|trigger)(?:ing)? (?:expressions?|conditions?|rules?)|default definition|(?:common |typical )?error messages?|(?:example )?alerts?|problem|reason|applicable finding types|(?:initial )?triage questions|what (?:to|you|users|customers)(?: will|'ll| may)? (?:see|notice)",
    "symptoms?|detection (?:of|by|and)|how (?:do|did|will|can) (?:you|we|i|users|customers) (?:know|detect|notice|see)|what (?:you|users)(?: will|'ll)? (?:see|notice)",
  ),
  names(
    'communication',
    '(?:\\w+ )?communications?|comms|notifications?|status ?page|announcements?|(?:internal|customer) (?:liaison|comms|communications?)',
    'communicat(?:e|ing|ion|ions)|(?:customer |internal )?(?:comms|liaison)|customer communications?|notif(?:y|ying|ications?)|(?:update (?:the )?)?status ?page|announc(?:e|ing|ements?)|(?:tell|inform) (?:people|users|customers|everyone|everybody|stakeholders|the relevant people|the (?:team|customers?|users?))',
  ),
  names(
    'prerequisites',
    "pre-? ?req\\w*|requirements|assumptions|prepar(?:e|ations?)|set-? ?up|tools|permissions|access(?: rights)?|(?:what )?you(?:'ll| will)? need|things you need",
    "(?:\\w+ ){0,2}pre-? ?req\\w*|pre-? ?requirements?|before (?:you|we) (?:start|begin)|before (?:starting|beginning)|access(?: to| rights)?|permissions|required|(?:what )?you(?:'ll| will)? need",
  ),
  names(
    'diagnosis',
    '(?:\\w+ )?diagnos(?:is|tics?)|triage|analysis|(?:possible |initial |first |basic |quick )?checks?|steps to (?:check|investigate)|(?:(?:possible|potential|likely|common|probable) )?causes?|(?:known|common|potential) (?:issues|problems|errors)|troubleshooting(?: pointers)?',
    'diagnos(?:e|is|ing|tics?)|investigat(?:e|ing|ions?)|analy[sz](?:e|ing)|analysis of|troubleshoot(?:ing)?(?: steps)?|debug(?:ging)?|triag(?:e|ing)|identify(?:ing)?|promql quer(?:y|ies)|where to (?:look|start|begin)|what to (?:check|look)|find (?:out )?(?:the cause|what is wrong|out why)|is it (?:really|this)',
  ),
  names(
    'mitigation',
    '(?:possible |potential |suggested |recommended |temporary )?(?:mitigat(?:e|ions?)|resol(?:ve|utions?)|remed(?:y|ies|iations?)|fix(?:es)?|solutions?(?: \\d+)?|workarounds?)|(?:(?:immediate|emergency|recommended|containment|recovery|remedial|corrective|required) )?actions?(?! plan)(?: to take)?|recover(?:y)?|repair|restor(?:e|ation)|contain(?:ment)?|eradicat(?:e|ion)|emergency(?: workarounds?)?|what to do|stop the (?:harm|bleeding)',
    'mitigat(?:e|es|ing|ions?)|resol(?:ve|ving|utions?)|remediat(?:e|ing|ions?)|fix(?:es|ing)?|workarounds?|recover(?:y|ing)?|solutions?|contain(?:ment|ing)?|eradicat(?:e|ing|ion)|repair(?:ing)?|restor(?:e|ing|ation)|(?:recommended|immediate|emergency) (?:actions?|workarounds?)|(?:possible|potential) (?:mitigation|resolution|solution|fix)\\w*',
  ),
  names(
    'procedure',
    '(?:\\w+ ){0,3}(?:procedures?|instructions)|(?:\\w+[- ]){0,2}steps?|(?:the |\\w+ )?process|how-?to(?: guides?)?|method|usage|guides|runbook|playbook|do it|action plan|deployment|step[- ]by[- ]step',
    'how to|how do (?:i|we|you)|(?:procedure|instructions|process) (?:for|to)|steps (?:to|for) (?!reproduc)|step[- ]by[- ]step',
  ),
  names(
    'meaning',
    'meaning|overview|(?:\\w+ )?(?:overview|summary|description|introduction|background)|intro|explanation|context|purpose|about(?: this (?:document|page|alert|runbook))?|incident type|this incident type|what (?:it|this|this alert|the alert) means|what happened|alert description',
    "what (?:is|are|does|it means|this)|what's|(?:meaning|overview|summary|purpose|description|background) (?:of|to|for|and)|about|introduction",
  ),
];

// Headings over what one looks up or reads about, where a list is no list of things to do.
const REFERENCE =
  /^(?:references?|related|links?|further (?:reading|information)|additional (?:resources|information|documentation|reading)|resources|useful (?:links|resources)|see also|external links|documentation|more info(?:rmation)?|(?:supporting|background) (?:information|documents)|appendix|glossary|concepts?|components?|architecture|design|dependencies|how (?:it|this|that) works|how does .* work|history|(?:revision|change) (?:history|log)|changelog|attendees|authors?|participants|what (?:went|did|could) .*|where (?:did )?we (?:get|got) lucky|contents|table of contents)(?!\w)/;

/**
 * A heading's words as they are compared: without number, sign, remark in brackets or closing colon. The first words
 * of `Step 3: Verify (2 minutes)` say where it stands, not what it is.
 */
function bareName(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\{#[^}]*\}\s*$/, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(
      /^(?:(?:step|part|phase|stage|section)\s*)?(?:\d+(?:\.\d+)*|[a-z](?=[.):]\s))[\s.):–—-]*(?=\S)/,
      '',
    )
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*\([^)]*\)\s*[^\p{L}\p{N})]*$/u, (found) => (/^\((?:s|es)\)/.test(found) ? found : ''))
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the words of a heading or of a label say it is. */
export interface SectionName {
  /** The sections it names: two for `Diagnosis and mitigation`. */
  sections: readonly [Section, ...Section[]];
  /** Whether it says nothing else: `Verification`, and not `Verify that the pods run`. */
  isWhole: boolean;
}

/** The sections that the words of a heading name; undefined for a heading that is a name of its own. */
export function readSectionName(heading: string): SectionName | undefined {
  const name = bareName(heading);
  const asked = /^how (?:to|do (?:i|we|you)|can (?:i|we|you)) (.+)$/.exec(name)?.[1];
  // Before the whole name, because "symptoms and impact" is no kind of impact.
  const parts = name.split(/\s*(?:,|\/|&|\+|\band\b)\s*/).filter(Boolean);
  const each = parts.map(wholeName);
  const [first, ...others] = each.filter((section) => section !== undefined);
  if (first && each.every(Boolean)) {
    return {sections: [first, ...new Set(others.filter((section) => section !== first))], isWhole: true};
  }
  const whole = wholeName(name) ?? (asked ? wholeName(asked) : undefined);
  if (whole) return {sections: [whole], isWhole: true};
  const begun = (asked ? begunName(asked) : undefined) ?? begunName(name);
  return begun && {sections: [begun], isWhole: false};
}

/** The section that a heading names; undefined when it is a name of its own. */
export function sectionOfHeading(heading: string): Section | undefined {
  return readSectionName(heading)?.sections[0];
}

/** Whether a heading stands over what one reads about or looks up, and never does: `References`, `How it works`. */
export function isReferenceHeading(heading: string): boolean {
  return REFERENCE.test(bareName(heading));
}

function wholeName(name: string): Section | undefined {
  return NAMES.find(({whole, begins}) => whole.test(name) || begins?.exec(name)?.[0] === name)?.section;
}

function begunName(name: string): Section | undefined {
  return NAMES.find(({begins}) => begins?.test(name))?.section;
}
