// What a page that can be followed imports (`instrument.ts` of the runbooks plugin); other pages load none of it.
export {
  Command as OpsbinderCommand,
  InlineCode as OpsbinderInlineCode,
  MessageText as OpsbinderMessageText,
} from '../../client/follow/Command.js';
export {Follow as OpsbinderFollow} from '../../client/follow/Follow.js';
export {Message as OpsbinderMessage} from '../../client/follow/Message.js';
export {PrintButton as OpsbinderPrintButton} from '../../client/follow/PrintButton.js';
export {Run as OpsbinderRun} from '../../client/follow/Run.js';
export {Note as OpsbinderNote, Tick as OpsbinderTick} from '../../client/follow/Tick.js';
