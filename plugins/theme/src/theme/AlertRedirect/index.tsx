import Link from '@docusaurus/Link';
import type {AlertRedirectData} from '@opsbinder/core';
import Layout from '@theme/Layout';
import {useEffect} from 'react';
import {alertTarget} from '../../client/pages/alerts.js';
import styles from '../../client/pages/styles.module.css';

/** Leads from an alert to its page while the site is written. In a built site a file does, without a framework. */
export default function AlertRedirect({data: {name, permalink}}: {data: AlertRedirectData}) {
  useEffect(() => {
    const {search, hash} = window.location;
    window.location.replace(alertTarget(permalink, search, hash));
  }, [permalink]);
  return (
    <Layout title={name}>
      <main className={styles.page}>
        <Link to={permalink}>{name}</Link>
      </main>
    </Layout>
  );
}
