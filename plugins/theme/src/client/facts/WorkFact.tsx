import {translate} from '@docusaurus/Translate';
import {usePluralForm} from '@docusaurus/theme-common';
import type {PageRecord} from '@opsbinder/core';

/** How much there is to do on a page: `8 steps, 4 checks, 2 destructive commands`; nothing where there is nothing. */
export function WorkFact({counts: {steps, tasks, destructive}}: {counts: PageRecord['counts']}) {
  const {selectMessage} = usePluralForm();
  const words = [
    steps > 0 &&
      selectMessage(
        steps,
        translate(
          {
            id: 'opsbinder.work.steps',
            message: '{count} step|{count} steps',
            description: 'Number of steps. One form for each plural of the language, separated by |',
          },
          {count: steps},
        ),
      ),
    tasks > 0 &&
      selectMessage(
        tasks,
        translate(
          {
            id: 'opsbinder.work.tasks',
            message: '{count} box to tick|{count} boxes to tick',
            description: 'Number of tasks. One form for each plural of the language, separated by |',
          },
          {count: tasks},
        ),
      ),
    destructive > 0 &&
      selectMessage(
        destructive,
        translate(
          {
            id: 'opsbinder.work.destructive',
            message: '{count} destructive command|{count} destructive commands',
            description: 'Number of such commands. One form for each plural of the language, separated by |',
          },
          {count: destructive},
        ),
      ),
  ].filter(Boolean);
  return words.length > 0 ? <span>{words.join(', ')}</span> : null;
}

/** Whether there is anything to say of the work on a page. */
export function hasWork({steps, tasks, destructive}: PageRecord['counts']): boolean {
  return steps + tasks + destructive > 0;
}
