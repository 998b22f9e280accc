import type {Props} from '@theme/CodeBlock/Buttons';
import Buttons from '@theme-init/CodeBlock/Buttons';
import {useContext} from 'react';
import {CodePartsContext} from '../../../client/follow/code-parts.js';

/** The buttons over a code block; a command has its own below. */
export default function CodeButtons(props: Props) {
  return useContext(CodePartsContext) ? null : <Buttons {...props} />;
}
