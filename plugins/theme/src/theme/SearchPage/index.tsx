import Layout from '@theme/Layout';

/** Placeholder until the page lands. */
export default function SearchPage() {
  return (
    <Layout title="Search">
      <main data-pagefind-ignore="all" />
    </Layout>
  );
}
