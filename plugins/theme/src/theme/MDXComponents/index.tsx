import MDXComponents from '@theme-init/MDXComponents';
import {Decision, Question} from '../../client/markdown/Decision.js';
import {ScrollableTable, TaskBox} from '../../client/markdown/Html.js';
import {CardBlock, OwnerBlock, OwnerLine} from '../../client/markdown/Mentions.js';
import {Only} from '../../client/markdown/Only.js';
import {PageHeader} from '../../client/markdown/PageHeader.js';
import {PageUses} from '../../client/markdown/PageUses.js';
import {CommandAndExpect, Expect, Section, Step, StepTitle} from '../../client/markdown/Step.js';

/** The components that Markdown may name: Docusaurus's own, and those that Opsbinder's transforms write. */
export default {
  ...MDXComponents,
  input: TaskBox,
  table: ScrollableTable,
  OpsbinderPageHeader: PageHeader,
  OpsbinderPageUses: PageUses,
  OpsbinderStep: Step,
  OpsbinderStepTitle: StepTitle,
  OpsbinderExpect: Expect,
  OpsbinderCommandAndExpect: CommandAndExpect,
  OpsbinderSection: Section,
  OpsbinderDecision: Decision,
  OpsbinderQuestion: Question,
  OpsbinderOnly: Only,
  OpsbinderOwner: OwnerBlock,
  OpsbinderOwnerLine: OwnerLine,
  OpsbinderCard: CardBlock,
};
