import type {LoadContext, Plugin} from '@docusaurus/types';
import {addUsbCommand} from './usb/index.js';

/** What is needed where there is no network: `handbook:usb`. */
export default function offlinePlugin(context: LoadContext): Plugin {
  return {
    name: '@opsbinder/docusaurus-plugin-offline',
    extendCli: (cli) => addUsbCommand(cli, context),
  };
}
