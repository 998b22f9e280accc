export {addUsbCommand} from './command.js';
