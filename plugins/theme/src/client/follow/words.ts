import {translate} from '@docusaurus/Translate';

/** What a command does that cannot be taken back, in words. */
export function destroys(whats: readonly string[]): string {
  return translate(
    {
      id: 'opsbinder.command.destroys',
      message: 'Destructive: {what}',
      description: 'Above a command that destroys something',
    },
    {what: whats.map(destruction).join(', ')},
  );
}

function destruction(what: string): string {
  switch (what) {
    case 'delete':
      return translate({id: 'opsbinder.destroys.delete', message: 'deletes'});
    case 'drop':
      return translate({id: 'opsbinder.destroys.drop', message: 'drops for good'});
    case 'truncate':
      return translate({id: 'opsbinder.destroys.truncate', message: 'empties'});
    case 'overwrite':
      return translate({id: 'opsbinder.destroys.overwrite', message: 'overwrites'});
    case 'scale-to-zero':
      return translate({id: 'opsbinder.destroys.scaleToZero', message: 'leaves no copy running'});
    case 'drain':
      return translate({id: 'opsbinder.destroys.drain', message: 'moves everything off a node'});
    case 'terminate':
      return translate({id: 'opsbinder.destroys.terminate', message: 'ends what is running'});
    case 'force':
      return translate({id: 'opsbinder.destroys.force', message: 'overrides a protection'});
    case 'reboot':
      return translate({id: 'opsbinder.destroys.reboot', message: 'takes a machine down'});
    default:
      return translate({id: 'opsbinder.destroys.listed', message: 'on your list of dangerous commands'});
  }
}

/** Asked before a command of a dangerous step is copied. */
export function confirmCopy(whats: readonly string[]): string {
  return whats.length > 0
    ? destroys(whats)
    : translate({id: 'opsbinder.copy.danger', message: 'This step is marked as destructive.'});
}

/** Said after a command was copied. */
export function copied(left: readonly string[]): string {
  if (left.length === 0) return translate({id: 'opsbinder.copy.done', message: 'Copied'});
  const names = left.join(', ');
  return left.length === 1
    ? translate({id: 'opsbinder.copy.blankLeft', message: 'Copied, 1 blank left: {names}'}, {names})
    : translate(
        {id: 'opsbinder.copy.blanksLeft', message: 'Copied, {count} blanks left: {names}'},
        {names, count: left.length},
      );
}

export function notCopied(): string {
  return translate({
    id: 'opsbinder.copy.failed',
    message: 'The browser does not let this page copy. Select the text instead.',
  });
}

/** Said after a blank was filled or emptied. */
export function filledIn(name: string, key: string, value: string): string {
  if (value === '')
    return translate({id: 'opsbinder.blanks.emptied', message: '{name} is blank again'}, {name});
  const places = document.querySelectorAll(`[data-blank="${CSS.escape(key)}"]`).length;
  return places === 1
    ? translate({id: 'opsbinder.blanks.filledOnce', message: '{name} is filled in, in 1 place'}, {name})
    : translate(
        {id: 'opsbinder.blanks.filled', message: '{name} is filled in, in {places} places'},
        {name, places},
      );
}

export function blankCount(filled: number, all: number): string {
  return translate({id: 'opsbinder.blanks.count', message: '{filled} of {all} filled'}, {filled, all});
}

export function notFilled(): string {
  return translate({id: 'opsbinder.blanks.none', message: 'Choose'});
}

export function linkCopied(): string {
  return translate({id: 'opsbinder.blanks.linkCopied', message: 'Link copied, without secrets'});
}

export function acts(): string {
  return translate({
    id: 'opsbinder.blanks.acts',
    message: 'Has signs that a shell acts on: put in quotes, and left out where quotes do not help',
  });
}

export function unseen(): string {
  return translate({id: 'opsbinder.blanks.unseen', message: 'Has signs that cannot be seen. Type it anew.'});
}

export function unlike(pattern: string): string {
  return translate({id: 'opsbinder.blanks.unlike', message: 'Should look like {pattern}'}, {pattern});
}

export function offer(): string {
  return translate({id: 'opsbinder.link.label', message: 'Values from the link'});
}

export function accept(name: string): string {
  return translate({id: 'opsbinder.link.accept', message: 'Use for {name}'}, {name});
}

export function acceptAll(plain: number, all: number): string {
  return plain === all
    ? translate({id: 'opsbinder.link.acceptAll', message: 'Use all {count}'}, {count: plain})
    : translate({id: 'opsbinder.link.acceptPlain', message: 'Use the {count} plain ones'}, {count: plain});
}

export function taken(count: number): string {
  return count === 1
    ? translate({id: 'opsbinder.link.taken', message: '1 value filled in'})
    : translate({id: 'opsbinder.link.takenMany', message: '{count} values filled in'}, {count});
}

export function refusedFromLink(name: string, secret: boolean): string {
  return secret
    ? translate(
        {id: 'opsbinder.link.secret', message: '{name} is secret and is not taken from a link.'},
        {name},
      )
    : translate(
        {id: 'opsbinder.link.refused', message: 'The value for {name} is not one that this page takes.'},
        {name},
      );
}

/** Said after a step was ticked. */
export function ticked(name: string, done: number, all: number): string {
  return translate(
    {id: 'opsbinder.step.ticked', message: 'Done: {name}. {done} of {all}'},
    {name, done, all},
  );
}

export function unticked(name: string): string {
  return translate({id: 'opsbinder.step.unticked', message: 'Open again: {name}'}, {name});
}

export function noted(): string {
  return translate({id: 'opsbinder.note.saved', message: 'Note saved'});
}

export function run(): string {
  return translate({id: 'opsbinder.run.label', message: 'This run'});
}

/** How long a run has taken, in minutes or hours. */
export function elapsed(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 120) return translate({id: 'opsbinder.run.minutes', message: '{minutes} min'}, {minutes});
  return translate(
    {id: 'opsbinder.run.hours', message: '{hours} h {minutes} min'},
    {hours: Math.floor(minutes / 60), minutes: minutes % 60},
  );
}

export function progress(done: number, all: number): string {
  return translate({id: 'opsbinder.run.progress', message: '{done} of {all} steps'}, {done, all});
}

/** The first line of a timeline. */
export function started(title: string): string {
  return translate({id: 'opsbinder.timeline.started', message: 'Started: {title}'}, {title: title.trim()});
}

/** The last line of a timeline. */
export function finishedWith(check: string): string {
  return translate({id: 'opsbinder.timeline.finished', message: 'Finished. Last check: {check}'}, {check});
}

export function timelineCopied(): string {
  return translate({id: 'opsbinder.timeline.copied', message: 'Timeline copied'});
}

export function openSteps(count: number): string {
  return count === 1
    ? translate({id: 'opsbinder.finish.openStep', message: '1 step is not ticked:'})
    : translate({id: 'opsbinder.finish.openSteps', message: '{count} steps are not ticked:'}, {count});
}

export function startedOver(): string {
  return translate({id: 'opsbinder.startOver.done', message: 'Everything of this page is forgotten'});
}

/** The keys and what they do. */
export function keys(): [key: string, what: string][] {
  return [
    ['c', translate({id: 'opsbinder.keys.copy', message: 'copy the next command'})],
    [
      translate({id: 'opsbinder.keys.space', message: 'space'}),
      translate({id: 'opsbinder.keys.tick', message: 'tick the current step'}),
    ],
    ['?', translate({id: 'opsbinder.keys.list', message: 'this list'})],
  ];
}
