import type {Props} from '@theme/CodeBlock/Line';
import Line from '@theme-init/CodeBlock/Line';
import {useContext} from 'react';
import {CodePartsContext} from '../../../client/follow/code-parts.js';

/** A line of code; within a command, with its blanks. */
export default function CodeLine(props: Props) {
  const parts = useContext(CodePartsContext);
  return parts ? <parts.Line {...props} /> : <Line {...props} />;
}
