import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import styles from './styles.module.css';

/** A calendar of reviews: subscribed to, it follows the site; downloaded, it stays as it is. */
export function CalendarLinks({path}: {path: string}) {
  const {siteConfig} = useDocusaurusContext();
  return (
    <p className={styles.calendar}>
      <a href={siteConfig.url.replace(/^https?:/, 'webcal:') + path}>
        <Translate id="opsbinder.calendar.subscribe" description="Link to a calendar of reviews">
          Subscribe in your calendar
        </Translate>
      </a>
      <a href={path} download>
        <Translate id="opsbinder.calendar.download" description="Link to a calendar of reviews">
          Download as .ics
        </Translate>
      </a>
    </p>
  );
}
