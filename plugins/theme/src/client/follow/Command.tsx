import type {Props as LineProps} from '@theme/CodeBlock/Line';
import Line from '@theme-init/CodeBlock/Line';
import clsx from 'clsx';
import {createContext, Fragment, type ReactNode, useContext, useMemo} from 'react';
import {CopyButton} from './CopyButton.js';
import styles from './code.module.css';
import {type CodeLines, readCodeLines, runnable, type Stretch, stretches, textOf} from './code-lines.js';
import {type CodeParts, CodePartsContext} from './code-parts.js';
import {focusBlank} from './focus.js';
import {useSnapshot} from './page-state.js';
import {useShownValues} from './shown-values.js';
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
  /** Whether it is a text to send, which is copied whole. */
  sent?: boolean;
  children: ReactNode;
}

interface CommandFacts {
  code: string;
  lines: CodeLines;
  destroys: string[];
}

const CommandContext = createContext<CommandFacts | undefined>(undefined);
const PARTS: CodeParts = {Line: CommandLine};

/** A fence that is to be run, or has blanks: as written, until its blanks are filled. */
export function Command({lines, runs, destroys, confirms, sent, children}: Props) {
  const facts = useMemo(() => {
    const code = textOf(children);
    return {
      code,
      lines: readCodeLines(code, lines),
      destroys: destroys?.split(' ') ?? [],
    };
  }, [children, lines, destroys]);
  const {filled} = useSnapshot();
  return (
    <div
      className={clsx(
        'opsbinder-command',
        !sent && styles.command,
        facts.destroys.length > 0 && styles.destructive,
      )}
      data-command={runs ? '' : undefined}
    >
      {facts.destroys.length > 0 && <p className={styles.destroys}>{words.destroys(facts.destroys)}</p>}
      <CommandContext.Provider value={facts}>
        <CodePartsContext.Provider value={PARTS}>{children}</CodePartsContext.Provider>
      </CommandContext.Provider>
      {!sent && (
        <CopyButton
          take={() => runnable(facts.code, facts.lines, filled)}
          asks={confirms ? () => words.confirmCopy(facts.destroys) : undefined}
        />
      )}
    </div>
  );
}

/** A line of the theme's, with its blanks set apart and filled. */
function CommandLine(props: LineProps) {
  const facts = useContext(CommandContext);
  const filled = useShownValues();
  const text = props.line.map(({content}) => content).join('');
  const line = facts?.lines.byText.get(text.replace(/\n$/, ''));
  // What is not copied is seen to be something else.
  if (line?.prompt === -1)
    return <Line {...props} classNames={[...(props.classNames ?? []), styles.printed ?? '']} />;
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

function blankToken({key = '', text, isFilled, refusal}: Stretch) {
  const state = isFilled ? 'filled' : refusal === 'empty' ? '' : 'refused';
  return {content: text, types: ['plain'], blank: key, state};
}

/** Code in a line of text, with its blanks filled. */
export function InlineCode({lines, children}: InlineProps) {
  return (
    <code>
      <Stretches lines={lines}>{children}</Stretches>
    </code>
  );
}

/** Words of a text to send, with their blanks filled. */
export function MessageText({lines, children}: InlineProps) {
  return <Stretches lines={lines}>{children}</Stretches>;
}

interface InlineProps {
  lines: string;
  children: ReactNode;
}

function Stretches({lines, children}: InlineProps) {
  const filled = useShownValues();
  const code = textOf(children);
  const facts = useMemo(() => readCodeLines(code, lines), [code, lines]);
  return code.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {stretches(line, facts.at.get(index), filled).map((part) => (
        <Part key={part.start} part={part} />
      ))}
    </Fragment>
  ));
}

function Part({part}: {part: Stretch}) {
  if (!part.key) return part.text;
  const {blank, state} = blankToken(part);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a short cut to the blank's field, which has its own place
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <span className={clsx(styles.blank, styles[state])} data-blank={blank} onClick={() => focusBlank(blank)}>
      {part.text}
    </span>
  );
}
