import Heading from '@theme/Heading';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import styles from './styles.module.css';
import {AsOf} from './tier.js';

interface Props {
  title: string;
  description: string;
  /** The day for which the states on it speak. */
  asOf: string;
  children: ReactNode;
}

/** A page that lists others. Search leaves it out: what it says stands on the pages that it lists. */
export function ListPage({title, description, asOf, children}: Props) {
  return (
    <Layout title={title} description={description}>
      <main className={styles.page} data-pagefind-ignore="all">
        <Heading as="h1">{title}</Heading>
        {children}
        <AsOf date={asOf} />
      </main>
    </Layout>
  );
}
