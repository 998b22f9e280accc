import type {RedocRawOptions} from 'redoc';

type Theme = NonNullable<RedocRawOptions['theme']>;

/**
 * Redoc's theme in the site's own variables and those of `styles.ts`: one theme for light and dark, which is
 * right before any script has run and needs nothing done when the reader switches.
 *
 * @param overrides what the site wants otherwise
 */
export function redocTheme(overrides: Theme = {}): Theme {
  return merge(THEME, overrides) as Theme;
}

// Themes are nested objects of plain values.
function merge(base: object, overrides: object): object {
  const merged: Record<string, unknown> = {...base};
  for (const [key, value] of Object.entries(overrides)) {
    const own = merged[key];
    merged[key] = isObject(own) && isObject(value) ? merge(own, value) : value;
  }
  return merged;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

const THEME: Theme = {
  spacing: {unit: 5, sectionHorizontal: 24, sectionVertical: 28},
  // Where Docusaurus itself goes over to one column (996 px), and where samples have no room beside the text.
  breakpoints: {small: '996px', medium: '75rem', large: '105rem'},
  colors: {
    primary: {
      main: 'var(--api-accent)',
      light: 'var(--api-muted)',
      dark: 'var(--api-accent)',
      contrastText: 'var(--api-background)',
    },
    success: {main: 'var(--api-success)'},
    warning: {main: 'var(--api-warning)', contrastText: 'var(--api-background)'},
    error: {main: 'var(--api-error)'},
    gray: {50: 'var(--api-surface)', 100: 'var(--api-surface)'},
    text: {primary: 'var(--api-text)', secondary: 'var(--api-muted)'},
    border: {dark: 'var(--api-line)', light: 'var(--api-line)'},
    responses: {
      success: {color: 'var(--api-success)', backgroundColor: 'var(--api-surface)'},
      error: {color: 'var(--api-error)', backgroundColor: 'var(--api-surface)'},
      redirect: {color: 'var(--api-warning)', backgroundColor: 'var(--api-surface)'},
      info: {color: 'var(--api-info)', backgroundColor: 'var(--api-surface)'},
    },
  },
  schema: {
    linesColor: 'var(--api-line)',
    typeNameColor: 'var(--api-muted)',
    typeTitleColor: 'var(--api-muted)',
    requireLabelColor: 'var(--api-error)',
    nestedBackground: 'var(--api-surface)',
    arrow: {size: '1.1em', color: 'var(--api-muted)'},
  },
  typography: {
    fontSize: 'var(--ifm-font-size-base)',
    lineHeight: 'var(--ifm-line-height-base)',
    fontWeightRegular: 'var(--ifm-font-weight-base)',
    fontWeightBold: 'var(--ifm-font-weight-semibold)',
    fontFamily: 'var(--ifm-font-family-base)',
    smoothing: 'auto',
    optimizeSpeed: false,
    headings: {
      fontFamily: 'var(--ifm-heading-font-family)',
      fontWeight: 'var(--ifm-heading-font-weight)',
      lineHeight: 'var(--ifm-heading-line-height)',
    },
    code: {
      fontSize: 'var(--ifm-code-font-size)',
      fontFamily: 'var(--ifm-font-family-monospace)',
      lineHeight: 'var(--ifm-pre-line-height)',
      color: 'inherit',
      backgroundColor: 'var(--ifm-code-background)',
      wrap: true,
    },
    links: {
      color: 'var(--ifm-link-color)',
      visited: 'var(--ifm-link-color)',
      hover: 'var(--ifm-link-hover-color)',
      textDecoration: 'var(--ifm-link-decoration)',
      hoverTextDecoration: 'var(--ifm-link-hover-decoration)',
    },
  },
  rightPanel: {
    backgroundColor: 'transparent',
    width: '42%',
    textColor: 'var(--api-text)',
    servers: {
      overlay: {backgroundColor: 'var(--api-background)', textColor: 'var(--api-text)'},
      url: {backgroundColor: 'var(--api-surface)'},
    },
  },
  codeBlock: {backgroundColor: 'var(--api-surface)'},
};
