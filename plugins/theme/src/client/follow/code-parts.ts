import type {Props as LineProps} from '@theme/CodeBlock/Line';
import {type ComponentType, createContext} from 'react';

/** What stands in for the theme's parts of a code block. */
export interface CodeParts {
  Line: ComponentType<LineProps>;
}

/**
 * The parts of the code block that is rendered. Empty but within a command, whose page brings them: what wraps the
 * theme's own parts is loaded with every page, and so must hold nothing.
 */
export const CodePartsContext = createContext<CodeParts | undefined>(undefined);
