import {translate} from '@docusaurus/Translate';
import type {Props as LineProps} from '@theme/CodeBlock/Line';
import Line from '@theme-init/CodeBlock/Line';
import clsx from 'clsx';
import {createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState} from 'react';
import styles from './code.module.css';
import {type CodeLines, readCodeLines, runnable, stretches, textOf} from './code-lines.js';
import {type CodeParts, CodePartsContext} from './code-parts.js';
import {copyText} from './copy-text.js';
import {focusBlank} from './focus-blank.js';
import {usePageState, useSnapshot} from './page-state.js';
import * as words from './words.js';

interface Props {
  /** What there is to know of its lines, as `instrument.ts` of the runbooks plugin writes it. */
  lines?: string;
  /** Whether it is to be run, and not only read. */
  runs?: boolean;
  /** What it destroys, in keys. */
  destroys?: string;
  /** Whether copying takes a second press. */
  confirms?: boolean;
  children: ReactNode;
}

interface CommandFacts {
  code: string;
  lines: CodeLines;
  destroys: string[];
  confirms: boolean;
}

const CommandContext = createContext<CommandFacts | undefined>(undefined);
const PARTS: CodeParts = {Line: CommandLine};

/** A fence that is to be run, or has blanks: as written, until its blanks are filled. */
export function Command({lines, runs, destroys, confirms, children}: Props) {
  const facts = useMemo(() => {
    const code = textOf(children);
    return {
      code,
      lines: readCodeLines(code, lines),
      destroys: destroys?.split(' ') ?? [],
      confirms: confirms === true,
    };
  }, [children, lines, destroys, confirms]);
  return (
    <div
      className={clsx(styles.command, facts.destroys.length > 0 && styles.destructive)}
      data-command={runs ? '' : undefined}
    >
      {facts.destroys.length > 0 && <p className={styles.destroys}>{words.destroys(facts.destroys)}</p>}
      <CommandContext.Provider value={facts}>
        <CodePartsContext.Provider value={PARTS}>{children}</CodePartsContext.Provider>
      </CommandContext.Provider>
      <CopyCommand facts={facts} />
    </div>
  );
}

/** A line of the theme's, with its blanks set apart and filled. */
function CommandLine(props: LineProps) {
  const facts = useContext(CommandContext);
  const {filled} = useSnapshot();
  const text = props.line.map(({content}) => content).join('');
  const line = facts?.lines.get(text.replace(/\n$/, ''));
  if (!line || line.blanks.length === 0) return <Line {...props} />;
  const parts = stretches(text, line, filled);
  const tokens = props.line.flatMap((token, index) => {
    const from = props.line.slice(0, index).reduce((sum, {content}) => sum + content.length, 0);
    const to = from + token.content.length;
    return parts.flatMap((part) => {
      // A blank over several tokens is one; other stretches are cut where tokens end.
      if (part.key) return part.start >= from && part.start < to ? [{...token, ...blankToken(part)}] : [];
      const [start, end] = [Math.max(part.start, from), Math.min(part.end, to)];
      return start < end ? [{...token, content: text.slice(start, end)}] : [];
    });
  });
  return (
    <Line
      {...props}
      line={tokens}
      getTokenProps={({token}: {token: LineProps['line'][number]}) => {
        const {blank, state} = token as unknown as Partial<ReturnType<typeof blankToken>>;
        const tokenProps = props.getTokenProps({token});
        if (blank === undefined) return tokenProps;
        return {
          ...tokenProps,
          className: clsx(styles.blank, styles[state ?? '']),
          style: undefined,
          'data-blank': blank,
          onClick: () => focusBlank(blank),
        } as typeof tokenProps;
      }}
    />
  );
}

function blankToken({key = '', text, isFilled, refusal}: ReturnType<typeof stretches>[number]) {
  const state = isFilled ? 'filled' : refusal === 'empty' ? '' : 'refused';
  return {content: text, types: ['plain'], blank: key, state};
}

/** Code in a line of text, with its blanks filled. */
export function InlineCode({lines, children}: {lines: string; children: ReactNode}) {
  const {filled} = useSnapshot();
  const code = textOf(children);
  const facts = useMemo(() => readCodeLines(code, lines), [code, lines]);
  return (
    <code>
      {stretches(code, facts.get(code), filled).map((part) => {
        if (!part.key) return part.text;
        const {blank, state} = blankToken(part);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut to the blank's field, which has its own place
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <span
            key={part.start}
            className={clsx(styles.blank, styles[state])}
            data-blank={blank}
            onClick={() => focusBlank(blank)}
          >
            {part.text}
          </span>
        );
      })}
    </code>
  );
}

// How long an answer stands there, and a second press is waited for; in milliseconds.
const SAID_FOR = 8000;

/** Copies what is to be run, and says what is left to fill in. */
function CopyCommand({facts}: {facts: CommandFacts}) {
  const state = usePageState();
  const {filled} = useSnapshot();
  const [said, setSaid] = useState<{text: string; asks?: boolean}>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const say = (text: string, asks = false) => {
    setSaid({text, asks});
    state.say(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSaid(undefined), SAID_FOR);
  };
  const copy = async () => {
    if (facts.confirms && !said?.asks) {
      say(words.confirmCopy(facts.destroys), true);
      return;
    }
    const {text, left} = runnable(facts.code, facts.lines, filled);
    say((await copyText(text)) ? words.copied(left) : words.notCopied());
  };
  return (
    <p className={styles.copyRow} data-pagefind-ignore="">
      <button
        type="button"
        className={clsx(styles.copy, said?.asks && styles.asks)}
        data-copy=""
        data-asks={said?.asks ? '' : undefined}
        onClick={copy}
      >
        {said?.asks
          ? translate({id: 'opsbinder.copy.again', message: 'Press again to copy'})
          : translate({id: 'opsbinder.copy', message: 'Copy', description: 'Button that copies a command'})}
      </button>
      {/* It is said aloud by the page's own status line. */}
      {said && <span aria-hidden="true">{said.text}</span>}
    </p>
  );
}
