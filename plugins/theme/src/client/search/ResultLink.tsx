import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';

interface Props {
  url: string;
  /** Addresses of the other sites that are searched, too. */
  others: readonly string[];
  className?: string | undefined;
  'data-result'?: number;
  children: ReactNode;
}

/** A link to a page of this site, which is there at once, or of another, which is loaded as any page. */
export function ResultLink({url, others, children, ...props}: Props): ReactNode {
  const absolute = (address: string) => new URL(address, window.location.href).href;
  const isElsewhere = others.some((site) => absolute(url).startsWith(absolute(site)));
  return isElsewhere ? (
    <a href={url} {...props}>
      {children}
    </a>
  ) : (
    <Link to={url} autoAddBaseUrl={false} {...props}>
      {children}
    </Link>
  );
}
